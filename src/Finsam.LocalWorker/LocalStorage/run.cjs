// Runs Azurite until the input stream ends: that is how it is asked to stop, and it also ends when the process that started it is killed.
// Ctrl-C goes to all processes of a terminal; it is left to that process, which still needs its storage to finish what is running.
const once = process.once.bind(process);
process.once = (event, handler) => (event === "SIGINT" ? process : once(event, handler));
for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => {});

process.stdin.on("end", () => {
  if (!process.emit("SIGTERM")) process.exit(0);
  setTimeout(() => process.exit(1), 10_000).unref();
});
process.stdin.on("error", () => process.exit(1));
process.stdin.resume();
require("azurite/dist/src/azurite.js");
