import { access, mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Command } from "commander";
import { templatePlan } from "../../core/api";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import { CommandFailure } from "../exit";

async function template(path: string, options: { readonly json?: boolean }): Promise<void> {
  const output = resolve(path);
  const exists = await access(output).then(
    () => true,
    () => false,
  );
  if (exists) throw new CommandFailure(`${path}: this file is there already; name a new one`);
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, applyPlan(emptyPackage(), templatePlan()));
  const done = `Written to ${path}: fill the sheets, then run ratebook bill ${path}`;
  process.stdout.write(`${options.json ? JSON.stringify({ output: path }) : done}\n`);
}

export function templateCommand(): Command {
  return new Command("template")
    .description("Writes a starter workbook with every table, drop-downs and example rows.")
    .argument("<file>", "the workbook to write (.xlsx)")
    .option("--json", "print one JSON object instead")
    .action(template);
}
