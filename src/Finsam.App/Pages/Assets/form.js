// The form saves itself while one writes. Everything works without this script; with it nothing has to be pressed, and what could not be sent
// (a phone without network) is kept in the browser until it can. The server does all the checking: the same rules as when the report is sent.
"use strict";

(() => {
  const form = document.querySelector("form[data-autosave]");
  const month = 30 * 24 * 3600 * 1000;

  const post = (url, body) =>
    fetch(url, { method: "POST", body, keepalive: body.toString().length < 60000, signal: AbortSignal.timeout(20000) });
  const isOver = answer => [403, 404, 409, 410].includes(answer.status);
  const anyway = name => form?.elements.namedItem("_spara-anda." + name); // The box by which the writer says that a text tells of nobody.
  const bodyOf = (revision, changes) => {
    const body = new URLSearchParams({ _revision: revision });
    for (const [name, { was, is }] of Object.entries(changes)) {
      body.set(name, is);
      body.set("_visade." + name, was);
      if (anyway(name)?.checked) body.set("_spara-anda." + name, "ja");
    }
    return body;
  };

  // What is stored is what we sent ourselves without hearing that it came through: nobody else's.
  const own = (conflicts, sent) => Object.fromEntries(Object.entries(conflicts).filter(([n, text]) => sent[n]?.tried?.includes(text)).map(([n, was]) => [n, { was, is: sent[n].is }]));

  // What was kept when another part of this report was left is sent from whichever page is opened next.
  const sendKept = async () => {
    const report = location.pathname.split("/").slice(0, 5).join("/");
    for (const key of Object.keys(localStorage).filter(k => k.startsWith(`finsam:${report}/`) && k !== "finsam:" + form?.dataset.autosave)) {
      const { at, left } = JSON.parse(localStorage.getItem(key));
      const url = key.slice("finsam:".length);
      let answer = await post(url, bodyOf("0", left));
      let saved = answer.ok ? await answer.json() : null;
      const again = own(saved?.conflicts ?? {}, left);
      if (Object.keys(again).length) {
        answer = await post(url, bodyOf("0", { ...left, ...again }));
        saved = answer.ok ? await answer.json() : null;
      }
      const stays = saved ? [...Object.keys(saved.errors), ...Object.keys(saved.conflicts)] : Object.keys(left);
      if (!stays.length || answer.status === 409 || Date.now() - at > month) localStorage.removeItem(key);
    }
  };
  // A part is not done while something that was written in it is kept here.
  const showKept = () => {
    for (const mark of document.querySelectorAll("[data-kept]")) {
      const isKept = [localStorage, sessionStorage].some(s => s.getItem("finsam:" + mark.dataset.kept) !== null);
      mark.firstElementChild.hidden = isKept;
      mark.lastElementChild.hidden = !isKept;
    }
  };
  const resend = () => sendKept().catch(() => { /* Next time. */ }).then(showKept).catch(() => { /* Nothing may be kept. */ });
  resend();
  addEventListener("online", resend);
  document.querySelector(".summary[role=alert]")?.focus();
  if (!form) return;

  const url = form.dataset.autosave;
  const store = "finsam:" + url;
  const state = form.querySelector("[data-savestate]");
  const announced = form.querySelector("[data-announced]");
  const press = `Tryck på ${form.querySelector(".actions button")?.textContent ?? "Spara"}`;
  const revision = form.querySelector("input[name=_revision]");
  const shown = new Map(); // What each field showed when it was last in step with the server.
  const tried = new Map(); // What has been sent since then without an answer: it may have been saved.
  const theirs = new Map(); // What somebody else has saved in a field that one has changed too: only Spara writes over it.
  let by = "";
  let learnt = 0; // When that was shown.
  let asked = []; // Texts that may tell of a person: kept no longer than the tab, until the writer has said that they do not.
  let timer = 0;
  let saving = null;
  let held = form.dataset.held !== undefined;
  let leaving = false;
  let retry = 0;

  const isField = e => e.name && (!e.name.startsWith("_") || e.name.startsWith("_forklaring.")) && !["hidden", "file", "submit", "button"].includes(e.type);
  const isBox = e => e.type === "radio" || e.type === "checkbox";
  const fields = () => [...form.elements].filter(isField);
  const named = name => fields().filter(e => e.name === name);
  const names = () => [...new Set(fields().map(e => e.name))];
  const value = name => {
    const [first, ...rest] = named(name);
    return !first ? "" : isBox(first) ? ([first, ...rest].find(e => e.checked)?.value ?? "") : first.value;
  };
  const set = (name, to) => {
    for (const e of named(name)) {
      if (isBox(e)) e.checked = e.value === to;
      else e.value = to;
    }
  };
  const changes = wanted => Object.fromEntries(names().filter(n => value(n) !== shown.get(n) && wanted(n)).map(n => [n, { was: shown.get(n), is: value(n), tried: tried.get(n) ?? [] }]));
  const words = (name, text) => text === "" ? "(tomt)" : named(name).find(e => isBox(e) && e.value === text)?.labels[0]?.textContent ?? text;

  // Seen each time; said to a screen reader only when saving goes wrong, and when it goes well again.
  const say = (text, kind) => {
    const wasWell = state.dataset.state === "saved" || state.dataset.well === "";
    state.textContent = text;
    state.dataset.state = kind;
    if (kind === "saving") return;
    if (kind !== "saved" || !wasWell) announced.textContent = text;
    if (kind === "saved") state.dataset.well = "";
    else delete state.dataset.well;
  };
  const offline = () => {
    const now = new Date().toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Stockholm" });
    say(`Ingen kontakt ${now}. Det du skriver finns kvar och sparas sedan.`, "offline");
  };

  // Kept in this browser only while it has not been saved: the network is gone, or it could not be read. False when there is no room, or it is not
  // allowed: then only the page holds what was written.
  const keep = () => {
    const put = (storage, left) => Object.keys(left).length
      ? storage.setItem(store, JSON.stringify({ at: Date.now(), left }))
      : storage.removeItem(store);
    try {
      put(localStorage, changes(n => !asked.includes(n)));
      put(sessionStorage, changes(n => asked.includes(n)));
      return true;
    } catch {
      return false;
    }
  };
  const restore = () => {
    const left = {};
    try {
      for (const storage of [localStorage, sessionStorage]) Object.assign(left, JSON.parse(storage.getItem(store))?.left);
      asked.push(...Object.keys(JSON.parse(sessionStorage.getItem(store))?.left ?? {}));
    } catch { /* Unreadable is nothing. */ }
    const back = Object.entries(left).filter(([name, { is }]) => names().includes(name) && value(name) !== is);
    for (const [name, { was, is, tried: sent }] of back) {
      set(name, is);
      shown.set(name, was);
      tried.set(name, sent);
    }
    if (back.length) {
      say("Det du skrev som inte blev sparat är tillbaka i fälten.", "restored");
      schedule(0);
    } else {
      keep();
    }
  };

  const message = (box, kind, text) => {
    const p = document.createElement("p");
    p.className = kind;
    p.textContent = text;
    box.append(p);
  };
  const show = saved => {
    for (const box of form.querySelectorAll("[data-messages]")) {
      const name = box.dataset.messages;
      const error = saved.errors[name];
      box.replaceChildren();
      if (error) message(box, "error", error);
      else for (const said of saved.advice[name] ?? []) message(box, said.stops ? "advice" : "warning", said.atField);
      if (theirs.has(name)) message(box, "theirs", `Sparat av ${by}: ${words(name, theirs.get(name))}`);
      box.closest(".field")?.classList.toggle("bad", !!error);
      for (const e of named(name).filter(f => !isBox(f))) {
        if (error) e.setAttribute("aria-invalid", "true");
        else e.removeAttribute("aria-invalid");
      }
    }
    for (const ask of form.querySelectorAll("[data-asks]")) {
      ask.hidden = !asked.includes(ask.dataset.asks);
      if (ask.hidden) ask.querySelector("input").checked = false;
    }
    // The list at the top says what is still so.
    const lines = [...saved.lines];
    for (const item of document.querySelectorAll("[data-advice] li")) {
      const at = lines.findIndex(line => line.id === item.dataset.line);
      if (at < 0) {
        item.remove();
        continue;
      }
      const [line] = lines.splice(at, 1);
      item.firstElementChild.textContent = line.message;
      item.firstElementChild.hash = line.element;
    }
    for (const list of document.querySelectorAll("[data-advice], [data-advice] details")) list.hidden = !list.querySelector("li");
  };

  const take = (saved, sent) => {
    if (revision) revision.value = String(saved.revision);
    by = saved.by ?? by;
    asked = saved.asked;
    const mine = own(saved.conflicts, sent);
    for (const [n, { was }] of Object.entries(mine)) shown.set(n, was);
    if (Object.keys(mine).length) schedule(0);
    for (const n of Object.keys(sent)) tried.delete(n);
    const others = Object.entries(saved.conflicts).filter(([n]) => !(n in mine));
    const again = Object.entries(saved.theirs).filter(([n, text]) => theirs.has(n) && theirs.get(n) !== text);
    for (const [n, text] of [...others, ...again]) {
      theirs.set(n, text);
      shown.set(n, text);
      learnt = Date.now();
    }
    for (const n of Object.keys(sent)) {
      if (!(n in saved.errors) && !(n in saved.conflicts)) shown.set(n, sent[n].is);
    }
    // What somebody else has saved in the other fields; not in one that is being written in.
    for (const [n, text] of Object.entries(saved.theirs)) {
      if (value(n) !== shown.get(n) || document.activeElement?.name === n && value(n) !== text) continue;
      set(n, text);
      shown.set(n, text);
    }
    show(saved);
    totals();
    const wrong = Object.keys(saved.errors).length;
    if (theirs.size) say(`${theirs.size === 1 ? "Samma fält" : theirs.size + " fält"} har ändrats samtidigt av ${by}. ${press} för att behålla ditt svar, eller skriv det som står vid fältet.`, "error");
    else if (wrong) say(`Sparat ${saved.at}, utom ${wrong === 1 ? "ett fält" : wrong + " fält"} att se över.`, "error");
    else say(`Sparat ${saved.at}`, "saved");
  };

  // Sends what has changed. True when the server has answered.
  const send = async sent => {
    say("Sparar …", "saving");
    for (const [n, { is, tried: before }] of Object.entries(sent)) tried.set(n, [...before, is]);
    try {
      const answer = await post(url, bodyOf(revision?.value ?? "0", sent));
      if (isOver(answer)) {
        held = true;
        say("Det går inte att spara mer: rapporten är inskickad eller länken gäller inte längre. Kopiera det du skrev, och svara på mejlet du fick länken i.", "error");
        return true;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      take(await answer.json(), sent);
      retry = 0;
      return true;
    } catch {
      offline();
      retry = Math.min(retry + 1, 6);
      schedule(1000 * 2 ** retry);
      return false;
    } finally {
      keep();
    }
  };
  const save = async () => {
    clearTimeout(timer);
    while (saving) await saving;
    const now = changes(n => !theirs.has(n));
    if (held || !Object.keys(now).length) return;
    saving = send(now);
    await saving;
    saving = null;
  };
  const schedule = wait => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  // Spara saves what has changed first: then nothing that others have saved meanwhile is in the way, and without network the page stays.
  const leave = async button => {
    const pressed = Date.now();
    clearTimeout(timer);
    while (saving) await saving;
    saving = send(changes(n => !theirs.has(n)));
    const answered = await saving;
    saving = null;
    const unseen = learnt > pressed - 700; // Too late to have been read before Spara was pressed.
    leaving = answered && !unseen;
    if (leaving) form.requestSubmit(button);
    else if (unseen) named([...theirs.keys()][0])[0].focus();
  };
  form.addEventListener("submit", e => {
    leaving ||= held;
    if (leaving) return;
    e.preventDefault();
    leave(e.submitter);
  });

  // Numbers as the server reads them, for totals only: anything doubtful is left out.
  const number = text => {
    const plain = text.replace(/[\s\u00A0\u202F\u2009]/g, "").replace(/^[\u2212\u2013]/, "-").replace(",", ".");
    return /^-?\d{1,10}(\.\d{1,2})?$/.test(plain) && !/\d\.\d{3}$/.test(plain) ? Number(plain) : null;
  };
  const swedish = n => (Math.round(n * 100) / 100).toLocaleString("sv-SE", { maximumFractionDigits: 2 });
  const totals = () => {
    for (const table of form.querySelectorAll("table[data-matrix]")) {
      const cells = [...table.querySelectorAll("tbody tr")].flatMap(tr =>
        [...tr.querySelectorAll("input[name]")].map(e => {
          const [, row, column] = e.name.split(".");
          return { row, column, n: e.hasAttribute("aria-invalid") ? null : number(e.value), base: tr.classList.contains("base") };
        }));
      const sum = some => {
        const given = some.filter(c => c.n !== null);
        return given.length ? swedish(given.reduce((s, c) => s + c.n, 0)) + (given.length < some.length ? "\u00A0hittills" : "") : "";
      };
      const whole = some => some.length > 0 && some.every(c => c.n !== null) ? some.reduce((s, c) => s + c.n, 0) : null;
      const parts = cells.filter(c => !c.base);
      const base = cells.filter(c => c.base);
      for (const out of table.querySelectorAll("output")) {
        const d = out.dataset;
        if (d.rowTotal !== undefined) out.textContent = sum(cells.filter(c => c.row === d.rowTotal));
        else if (d.columnTotal !== undefined) out.textContent = sum(parts.filter(c => c.column === d.columnTotal));
        else if (d.all !== undefined) out.textContent = sum(parts);
        else if (d.share !== undefined) {
          const part = whole(parts.filter(c => c.row === d.share));
          const of = whole(base.length ? base : parts);
          out.textContent = part !== null && of ? Math.round(part / of * 100) + "\u00A0%" : "";
        } else if (d.from !== undefined) {
          const at = row => cells.find(c => c.row === row && c.column === d.column)?.n ?? null;
          const [a, b] = [at(d.from), at(d.minus)];
          out.textContent = a === null || b === null ? "–" : swedish(a - b);
        }
      }
    }
    for (const out of form.querySelectorAll("output[data-usage]")) {
      const spent = number(value(out.dataset.usage));
      out.textContent = spent === null ? "–" : Math.round(spent / Number(out.dataset.granted) * 100) + "\u00A0%";
    }
  };

  // "Övriga rutor är 0" at once; the server does the same without this script.
  form.addEventListener("click", e => {
    const button = e.target.closest("button[name=_gor]");
    const [action, block] = button?.value.split(":") ?? [];
    if (!["noll", "saknas", "inga"].includes(action)) return;
    e.preventDefault();
    const blocks = button.dataset.blocks?.split(" ") ?? [block];
    const blank = [...form.querySelectorAll("input.number")].filter(f => f.value.trim() === "" && blocks.includes(f.name.split(/[.@]/)[0]));
    for (const f of blank) f.value = action === "saknas" ? "uppgift saknas" : "0";
    totals();
    keep();
    schedule(0);
  });

  for (const n of names()) shown.set(n, value(n));
  for (const box of form.querySelectorAll("[data-stored]")) shown.set(box.dataset.messages, box.dataset.stored);
  for (const ask of form.querySelectorAll("[data-asks]:not([hidden])")) asked.push(ask.dataset.asks);
  form.addEventListener("input", e => {
    if (!isField(e.target)) return;
    totals();
    keep();
    schedule(1200);
  });
  form.addEventListener("change", e => { if (isField(e.target) || e.target.name?.startsWith("_spara-anda.")) schedule(200); });
  addEventListener("online", () => {
    if (state.dataset.state === "offline") say("Kontakten är tillbaka.", "saved");
    schedule(0);
  });
  addEventListener("offline", offline);
  addEventListener("pagehide", () => {
    if (leaving) return;
    keep();
    save();
  });
  addEventListener("beforeunload", e => { if (!leaving && !keep() && Object.keys(changes(() => true)).length) e.preventDefault(); });
  addEventListener("pageshow", e => {
    leaving = false;
    if (e.persisted) schedule(0);
  });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
  if (held) say(`${press} för att spara det du ändrar.`, "error");
  restore();
  totals();
})();
