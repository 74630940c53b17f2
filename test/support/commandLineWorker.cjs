/**
 * Runs the built command line once for every message, in one warm process: packages are loaded and the bundle is compiled
 * already, and it is run anew. As in a process of its own, a run has ended when nothing is left to do.
 */
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname } = require("node:path");
const { Script } = require("node:vm");

const program = process.argv[2];
const bundle = new Script(Module.wrap(readFileSync(program, "utf8").replace(/^#!.*/, "")), {
  filename: program,
});
const packages = Module.createRequire(program);
const waiting = [];
let run;

process.stdout.write = (text, ...rest) => keep("stdout", text, rest);
process.stderr.write = (text, ...rest) => keep("stderr", text, rest);

function keep(stream, text, rest) {
  run[stream] += text;
  rest.find((argument) => typeof argument === "function")?.();
  return true;
}

function start({ id, args, cwd }) {
  run = { id, stdout: "", stderr: "" };
  // What waits for the next message must not keep this run from its end.
  process.channel.unref();
  process.exitCode = undefined;
  process.chdir(cwd);
  process.argv = [process.execPath, program, ...args];
  const module = { exports: {} };
  bundle.runInThisContext()(module.exports, packages, module, program, dirname(program));
}

function end(status) {
  // What the run has hung on the process goes with it.
  process.stdout.removeAllListeners("error");
  process.stderr.removeAllListeners("error");
  for (const listener of process.listeners("uncaughtException"))
    if (listener !== endInFault) process.off("uncaughtException", listener);
  process.send({ ...run, status });
  run = undefined;
  process.channel.ref();
  if (waiting.length > 0) start(waiting.shift());
}

function endInFault(error) {
  run.stderr += `${error.stack}\n`;
  end(1);
}

process.on("message", (message) => (run ? waiting.push(message) : start(message)));
process.on("beforeExit", () => run && end(process.exitCode ?? 0));
process.on("uncaughtException", endInFault);
