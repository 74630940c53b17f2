#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import manifest from "../../package.json";
import { billCommand } from "./commands/bill";
import { checkCommand } from "./commands/check";
import { explainCommand } from "./commands/explain";
import { templateCommand } from "./commands/template";
import { CommandFailure, exitStatus } from "./exit";

/** One command a file; a new one is its file and its line here. */
const commands = [billCommand, checkCommand, explainCommand, templateCommand];

async function main(words: readonly string[]): Promise<void> {
  const program = new Command("ratebook")
    .description(
      "Bills a month from a workbook: contracts, prices and usage in, invoices and a reconciliation out.",
    )
    .version(manifest.version)
    .showHelpAfterError("(ratebook --help lists the commands)")
    .exitOverride();
  for (const command of commands) program.addCommand(command());
  for (const command of program.commands) command.exitOverride();
  await program.parseAsync([...words]);
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

main(process.argv).catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitStatus.done : exitStatus.refused;
  } else if (error instanceof CommandFailure) {
    process.stderr.write(`ratebook: ${error.message}\n`);
    process.exitCode = exitStatus.refused;
  } else {
    throw error;
  }
});
