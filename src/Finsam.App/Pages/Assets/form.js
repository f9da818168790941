// The form saves itself while one writes. Everything works without this script; with it nothing has to be pressed, and what could not be sent
// (a phone without network) is kept in the browser until it can. The server does all the checking: the same rules as when the report is sent.
"use strict";

(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;

  const url = form.dataset.autosave;
  const store = "finsam:" + url;
  const state = form.querySelector("[data-savestate]");
  const revision = form.querySelector("input[name=_revision]");
  const shown = new Map(); // What each field showed when it was last in step with the server.
  let timer = 0;
  let saving = false;
  let again = false;
  let held = form.dataset.held === "True" || form.dataset.held === "true";
  let leaving = false;
  let retry = 0;

  const isField = e => e.name && !e.name.startsWith("_") && !["hidden", "file", "submit", "button"].includes(e.type) || e.name && e.name.startsWith("_forklaring.");
  const fields = () => [...form.elements].filter(isField);
  const value = name => {
    const named = fields().filter(e => e.name === name);
    const boxes = named.filter(e => e.type === "radio" || e.type === "checkbox");
    return boxes.length ? (boxes.find(e => e.checked)?.value ?? "") : (named[0]?.value ?? "");
  };
  const set = (name, to) => {
    for (const e of fields().filter(f => f.name === name)) {
      if (e.type === "radio" || e.type === "checkbox") e.checked = e.value === to;
      else e.value = to;
    }
  };
  const names = () => [...new Set(fields().map(e => e.name))];
  const changed = () => names().filter(n => value(n) !== shown.get(n));
  const say = (text, kind) => {
    if (!state || state.textContent === text) return;
    state.textContent = text;
    state.dataset.state = kind;
  };
  const time = () => new Date().toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Stockholm" });

  // Kept in this browser only while it has not been saved.
  const keep = () => {
    try {
      const left = Object.fromEntries(changed().map(n => [n, { was: shown.get(n), is: value(n) }]));
      if (Object.keys(left).length) localStorage.setItem(store, JSON.stringify({ at: Date.now(), left }));
      else localStorage.removeItem(store);
    } catch { /* No room, or not allowed: the page still holds what was written. */ }
  };
  const restore = () => {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(store) ?? "null"); } catch { /* Unreadable is nothing. */ }
    if (!kept) return;
    let restored = 0;
    for (const [name, { was, is }] of Object.entries(kept.left)) {
      if (!names().includes(name) || value(name) === is) continue;
      if (value(name) !== was && value(name) !== shown.get(name)) continue;
      shown.set(name, value(name) === was ? was : shown.get(name));
      set(name, is);
      restored++;
    }
    if (restored) {
      say("Det du skrev utan nät är tillbaka i fälten och sparas nu.", "saving");
      schedule(0);
    } else {
      localStorage.removeItem(store);
    }
  };

  const message = (box, kind, text) => {
    const p = document.createElement("p");
    p.className = kind;
    p.dataset.auto = "";
    p.textContent = text;
    box.append(p);
  };
  const show = saved => {
    for (const box of form.querySelectorAll("[data-messages]")) {
      const name = box.dataset.messages;
      const error = saved.errors[name];
      const advice = saved.advice[name] ?? [];
      const theirs = saved.conflicts[name];
      box.querySelectorAll(":scope > p").forEach(p => p.remove());
      // In a table the row and the column already name the field.
      const label = box.closest("td")?.querySelector("label.cell")?.textContent ?? "";
      const brief = text => label && text.startsWith(label) ? text.slice(label.length).replace(/^[ :]+/, "").replace(/^./, c => c.toUpperCase()) : text;
      if (error) message(box, "error", brief(error));
      for (const said of advice) message(box, said.stops ? "advice" : "warning", brief(said.message));
      if (theirs !== undefined) message(box, "theirs", `${saved.by} har sparat: ${theirs === "" ? "(tomt)" : theirs}`);
      if (box.parentElement.classList.contains("field")) box.parentElement.classList.toggle("bad", !!error);
      for (const e of box.parentElement.querySelectorAll("input, textarea")) {
        if (error) e.setAttribute("aria-invalid", "true");
        else e.removeAttribute("aria-invalid");
      }
    }
  };

  const save = async () => {
    clearTimeout(timer);
    if (held || leaving) return;
    if (saving) { again = true; return; }
    const now = changed();
    if (!now.length) return;
    saving = true;
    say("Sparar …", "saving");
    const body = new URLSearchParams();
    const sent = new Map();
    body.set("_revision", revision?.value ?? "0");
    for (const n of now) {
      sent.set(n, value(n));
      body.set(n, value(n));
      body.set("_visade." + n, shown.get(n) ?? "");
    }
    try {
      const answer = await fetch(url, { method: "POST", body, keepalive: body.toString().length < 60000, signal: AbortSignal.timeout(20000) });
      if (answer.status === 409 || answer.status === 403 || answer.status === 404 || answer.status === 410) {
        held = true;
        say("Det går inte att spara: rapporten är inskickad eller länken gäller inte längre. Det du skrivit står kvar på sidan.", "error");
      } else if (!answer.ok) {
        throw new Error(String(answer.status));
      } else {
        const saved = await answer.json();
        retry = 0;
        if (revision) revision.value = String(saved.revision);
        const left = new Set([...Object.keys(saved.errors), ...saved.asked, ...Object.keys(saved.conflicts)]);
        for (const n of now) if (!left.has(n)) shown.set(n, sent.get(n));
        for (const [n, theirs] of Object.entries(saved.theirs)) {
          if (value(n) === shown.get(n)) set(n, theirs);
          shown.set(n, theirs);
        }
        show(saved);
        totals();
        const conflicts = Object.keys(saved.conflicts).length;
        if (conflicts) {
          held = true;
          say(`${saved.by} har ändrat ${conflicts === 1 ? "ett fält" : conflicts + " fält"} samtidigt. Se vad som är sparat vid fältet, rätta och tryck Spara.`, "error");
        } else if (left.size) {
          say(`Sparat ${saved.at}, utom ${left.size === 1 ? "ett fält som behöver" : left.size + " fält som behöver"} ses över.`, "error");
        } else {
          say(`Sparat ${saved.at}`, "saved");
        }
      }
    } catch {
      say(`Ingen kontakt ${time()}. Det du skriver finns kvar i webbläsaren och sparas när nätet är tillbaka.`, "offline");
      retry = Math.min(retry + 1, 6);
      schedule(1000 * 2 ** retry);
    } finally {
      saving = false;
      keep();
      if (again) { again = false; schedule(300); }
    }
  };
  const schedule = wait => { clearTimeout(timer); timer = setTimeout(save, wait); };

  // Numbers as the server reads them, for totals only: anything doubtful is left out.
  const number = text => {
    const plain = text.replace(/[\s\u00A0\u202F\u2009]/g, "").replace(/^[\u2212\u2013]/, "-").replace(",", ".");
    return /^-?\d{1,10}(\.\d{1,2})?$/.test(plain) && !/\d\.\d{3}$/.test(plain) ? Number(plain) : null;
  };
  const read = n => Math.round(n * 100) / 100;
  const swedish = n => read(n).toLocaleString("sv-SE", { maximumFractionDigits: 2 });
  const totals = () => {
    for (const table of form.querySelectorAll("table[data-matrix]")) {
      const cells = [...table.querySelectorAll("tbody tr")].flatMap(tr =>
        [...tr.querySelectorAll("input[name]")].map(e => {
          const key = e.name.split(".");
          return { row: key[1], column: key[2], n: number(e.value), base: tr.classList.contains("base") };
        }));
      const sum = some => {
        const given = some.filter(c => c.n !== null);
        return given.length ? swedish(given.reduce((s, c) => s + c.n, 0)) + (given.length < some.length ? " hittills" : "") : "";
      };
      const whole = some => some.length && some.every(c => c.n !== null) ? some.reduce((s, c) => s + c.n, 0) : null;
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
    const where = action === "inga" ? form : button.closest("[data-fill]").previousElementSibling;
    const blank = [...where.querySelectorAll("table.matrix:not(.rows) input.number")].concat([...(where.matches("table") ? where.querySelectorAll("input.number") : [])])
      .filter(f => f.value.trim() === "" && (action === "inga" ? f.inputMode === "numeric" : f.name.split(/[.@]/)[0] === block));
    for (const f of new Set(blank)) f.value = action === "saknas" ? "uppgift saknas" : "0";
    totals();
    schedule(0);
  });

  for (const n of names()) shown.set(n, value(n));
  form.addEventListener("input", e => { if (isField(e.target)) { totals(); keep(); schedule(1200); } });
  form.addEventListener("change", e => { if (isField(e.target)) schedule(200); });
  form.addEventListener("submit", () => { leaving = true; clearTimeout(timer); });
  addEventListener("online", () => schedule(0));
  addEventListener("offline", () => say(`Ingen kontakt ${time()}. Det du skriver finns kvar i webbläsaren och sparas när nätet är tillbaka.`, "offline"));
  addEventListener("pagehide", () => { keep(); save(); });
  addEventListener("pageshow", e => { leaving = false; if (e.persisted) schedule(0); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
  restore();
  totals();
  document.querySelector(".summary[role=alert]")?.focus();
})();
