import { Command } from "commander";
import manifest from "../../package.json";
import { commands } from "./commands/registry";
import { CommandFailure } from "./exit";

/** Of two values for one option neither can be known to be meant; options that take several values add them up. */
function takeOptionsOnce(command: Command): void {
  for (const option of command.options) {
    if (!option.required || option.variadic) continue;
    option.argParser((value: string, earlier: string | undefined) => {
      if (earlier !== undefined)
        throw new CommandFailure(
          `${option.long ?? option.flags} is given twice, as ${earlier} and as ${value}; give it once`,
        );
      return value;
    });
  }
}

/** The command line with all its commands. A wrong call is thrown and not printed: main.ts says it in one line. */
export function ratebookProgram(): Command {
  const program = new Command("ratebook")
    .description(
      "Bills a month from a workbook: contracts, prices and usage in, invoices and a reconciliation out.",
    )
    .version(manifest.version)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  for (const make of commands) {
    const command = make().copyInheritedSettings(program);
    takeOptionsOnce(command);
    program.addCommand(command);
  }
  return program;
}
