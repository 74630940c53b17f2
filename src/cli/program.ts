import { Command } from "commander";
import manifest from "../../package.json";
import { commands } from "./commands/registry";

/** The command line with all its commands. A wrong call is thrown and not printed: main.ts says it in one line. */
export function ratebookProgram(): Command {
  const program = new Command("ratebook")
    .description(
      "Bills a month from a workbook: contracts, prices and usage in, invoices and a reconciliation out.",
    )
    .version(manifest.version)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  for (const make of commands) program.addCommand(make().copyInheritedSettings(program));
  return program;
}
