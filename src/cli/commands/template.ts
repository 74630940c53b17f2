import { Command } from "commander";
import { findPack, packPlan, packs, templatePlan } from "../../core/api";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { CommandFailure, exitStatus } from "../exit";
import { outputPath } from "../outputPath";
import { report } from "../report";
import { jsonOption } from "../runOptions";
import { fileAt } from "../sameFile";
import { writeWholeFile } from "../writeWholeFile";

const known = packs.map(({ id }) => id).join(", ");

interface TemplateOptions {
  readonly pack?: string;
  readonly json?: boolean;
}

function planOf(pack: string | undefined) {
  if (pack === undefined) return templatePlan();
  const found = findPack(pack);
  if (!found) throw new CommandFailure(`--pack ${pack}: there is no such pack; there are ${known}`);
  return packPlan(found);
}

async function template(path: string, options: TemplateOptions): Promise<void> {
  const plan = planOf(options.pack);
  const output = await outputPath({ path, name: path, reads: [], proposal: "my-book.xlsx" });
  if (await fileAt(output)) throw new CommandFailure(`${path}: this file is there already; name a new one`);
  await writeWholeFile(output, applyPlan(emptyPackage(), plan));
  const done = `Written to ${path}: fill the sheets, then run ratebook bill ${path}`;
  report(`${options.json ? JSON.stringify({ output: path }) : done}\n`, exitStatus.done);
}

export function templateCommand(): Command {
  return new Command("template")
    .description("Writes a starter workbook with every table, drop-downs and example rows.")
    .argument("<file>", "the workbook to write (.xlsx)")
    .option("--pack <name>", `a small workbook of an industry instead: ${known}`)
    .addOption(jsonOption())
    .action(template);
}
