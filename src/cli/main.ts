#!/usr/bin/env node
import { isBillingThread, serveBilling } from "./bill/workers";
import { compileLater } from "./compileLater";
import { CommandFailure } from "./exit";
import { fail } from "./fault";
import { ratebookProgram } from "./program";
import { outputFailure } from "./report";

/** What a script writes for a variable that has no value. */
const isEmpty = (word: string) => word === "" || /^--[a-z-]+=$/.test(word);

async function main(words: readonly string[]): Promise<void> {
  if (words.some(isEmpty))
    throw new CommandFailure("an argument is empty; give it a value (ratebook --help lists the commands)");
  await ratebookProgram().parseAsync(words, { from: "user" });
}

function start(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) is no failure.
    if (error.code !== "EPIPE") fail(outputFailure(error));
  });
  // Nobody is left to be told.
  process.stderr.on("error", () => undefined);
  process.on("uncaughtException", (error) => {
    fail(error);
    process.exit();
  });
  main(process.argv.slice(2)).catch(fail);
}

if (isBillingThread()) serveBilling();
else {
  compileLater();
  start();
}
