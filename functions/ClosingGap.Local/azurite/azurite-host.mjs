// Runs the storage emulator for as long as this program's standard input is open. Its parent holds the other end, and the system closes
// that when the parent ends in whatever way: no emulator is left behind.
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const script = process.env.CLOSINGGAP_AZURITE;
const closeLimit = 5000;

// Says who works in this folder: two emulators in one folder would overwrite each other's index. The next start waits for this one to go.
const pidFile = "host.pid";
writeFileSync(pidFile, String(process.pid));
process.on("exit", () => rmSync(pidFile, { force: true }));

const end = () => {
  // Before it listens there is nothing to save.
  if (process.listenerCount("message") === 0) process.exit(0);
  process.emit("message", "shutdown");
  setTimeout(() => process.exit(0), closeLimit).unref();
};

// A parent that was killed reads no more: what is said then goes nowhere, and must not end this program before it has saved.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

process.stdin.on("end", end);
process.stdin.on("error", end);
process.stdin.resume();

// Ctrl-C reaches every program of the terminal. The app still writes while it ends, so that its parent decides when storage closes.
process.on("SIGINT", () => {});
const once = process.once.bind(process);
process.once = (event, listener) => (event === "SIGINT" ? process : once(event, listener));

process.argv.splice(1, 1, script);
createRequire(script)(script);
