const { fork } = require("node:child_process");
const { join } = require("node:path");

/** The process of all runs of this worker of Jest, with what ends the run of each number. */
let warm;

function start(program) {
  // Pipes, whatever the tests themselves print to: a command asks what its standard output is.
  const child = fork(join(__dirname, "commandLineWorker.cjs"), [program], {
    env: { ...process.env, RATEBOOK_USER: "tester" },
    execArgv: ["--max-semi-space-size=64"],
    silent: true,
  });
  const started = { child, ends: new Map() };
  const endAll = (ran) => {
    for (const end of started.ends.values()) end(ran);
    started.ends.clear();
  };
  child.on("message", ({ id, ...ran }) => {
    started.ends.get(id)?.(ran);
    started.ends.delete(id);
    if (started.ends.size === 0) letGo(child);
  });
  child.on("exit", (status) => {
    if (warm === started) warm = undefined;
    endAll({ status: -1, stdout: "", stderr: `the process of all runs ended with ${String(status)}` });
  });
  child.stdout.unref();
  child.stderr.unref();
  return started;
}

/** Jest need not wait for a process that has nothing to do; it ends when Jest does. */
function letGo(child) {
  child.unref();
  child.channel?.unref();
}

let runs = 0;

/**
 * Runs the built command line in a folder. Of all test files of a worker the runs are in one process, one after the
 * other: to load the program and to get up to speed takes longer than most runs.
 */
module.exports = (program, args, cwd) =>
  new Promise((end) => {
    warm ??= start(program);
    const { child, ends } = warm;
    const id = runs++;
    ends.set(id, end);
    child.ref();
    child.channel?.ref();
    child.send({ id, args, cwd });
  });
