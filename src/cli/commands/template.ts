import { Command } from "commander";
import { templatePlan } from "../../core/api";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { CommandFailure, exitStatus } from "../exit";
import { outputPath } from "../outputPath";
import { report } from "../report";
import { jsonOption } from "../runOptions";
import { fileAt } from "../sameFile";
import { writeWholeFile } from "../writeWholeFile";

async function template(path: string, options: { readonly json?: boolean }): Promise<void> {
  const output = await outputPath({ path, name: path, reads: [], proposal: "my-book.xlsx" });
  if (await fileAt(output)) throw new CommandFailure(`${path}: this file is there already; name a new one`);
  await writeWholeFile(output, applyPlan(emptyPackage(), templatePlan()));
  const done = `Written to ${path}: fill the sheets, then run ratebook bill ${path}`;
  report(`${options.json ? JSON.stringify({ output: path }) : done}\n`, exitStatus.done);
}

export function templateCommand(): Command {
  return new Command("template")
    .description("Writes a starter workbook with every table, drop-downs and example rows.")
    .argument("<file>", "the workbook to write (.xlsx)")
    .addOption(jsonOption())
    .action(template);
}
