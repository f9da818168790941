// Runs the mail server until the input stream ends. It decides nothing: it asks, a line of JSON on the output for each step of a conversation,
// and does what the line of JSON with the same number on the input says. So that whoever started it can refuse, be slow, or cut the connection.
const { createInterface } = require("node:readline");
const { SMTPServer } = require("smtp-server");

const options = JSON.parse(process.argv[2]);
const waiting = new Map();
let asked = 0;

const say = line => process.stdout.write(JSON.stringify(line) + "\n");

createInterface({ input: process.stdin })
  .on("line", line => {
    const answer = JSON.parse(line);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  })
  .on("close", () => process.exit(0));

// Ctrl-C goes to all processes of a terminal; it is left to the one that started this.
for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => {});

function cut(server, session) {
  for (const connection of server.connections) {
    if (connection.session.id === session.id) connection._socket.destroy();
  }
}

for (const port of options.ports) {
  // What happens next: it goes on, it is refused with a code, it is cut, or nothing happens any more.
  const step = (name, session, more, go) => {
    const id = ++asked;
    waiting.set(id, answer => {
      if (answer.do === "go") go(null);
      else if (answer.do === "refuse") go(Object.assign(new Error(answer.text), { responseCode: answer.code }));
      else if (answer.do === "cut") cut(server, session);
    });
    const { rcptTo, mailFrom } = session.envelope ?? {};
    say({ id, step: name, connection: session.id, port: session.localPort, from: mailFrom?.address, to: rcptTo?.map(r => r.address), ...more });
  };
  const server = new SMTPServer({
    name: "smtp.example.org",
    logger: false,
    disableReverseLookup: true,
    authOptional: !options.requireAuth,
    allowInsecureAuth: true,
    disabledCommands: [...(options.startTls ? [] : ["STARTTLS"]), ...(options.requireAuth ? [] : ["AUTH"])],
    size: options.maxSize || undefined,
    closeTimeout: 100,
    onConnect: (session, done) => step("connect", session, {}, done),
    onAuth: (auth, session, done) =>
      step("auth", session, { user: auth.username, password: auth.password }, error => done(error, error ? undefined : { user: auth.username })),
    onMailFrom: (address, session, done) => step("mail", session, { from: address.address }, done),
    onRcptTo: (address, session, done) => step("recipient", session, { to: [address.address] }, done),
    onData(stream, session, done) {
      step("data", session, {}, early => {
        const parts = [];
        stream.on("data", part => parts.push(part));
        stream.on("end", () => {
          if (early) return done(early);
          if (stream.sizeExceeded) return done(Object.assign(new Error("Too large"), { responseCode: 552 }));
          step("taken", session, { mail: Buffer.concat(parts).toString("base64") }, error => done(error, "Taken"));
        });
      });
    },
    onClose: session => say({ step: "closed", connection: session.id, port: session.localPort }),
  });
  server.on("error", error => {
    if (error.syscall !== "listen") return; // The other side was killed.
    process.stderr.write(error.message + "\n");
    process.exit(1);
  });
  server.listen(port, "127.0.0.1", () => say({ step: "listening", port: server.server.address().port }));
}
