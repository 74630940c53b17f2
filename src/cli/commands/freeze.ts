import { Command } from "commander";
import { outputAreas } from "../../core/api";
import { freezeFormulas } from "../../workbook/xlsx/texts/freezeFormulas";
import { writeCopy } from "../copyFile";
import { exitStatus } from "../exit";
import { openWorkbookFile } from "../openWorkbookFile";
import { report } from "../report";
import { jsonOption } from "../runOptions";

interface FreezeOptions {
  readonly functions?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

async function freeze(path: string, { functions = false, out, json }: FreezeOptions): Promise<void> {
  const { snapshot, package: source } = await openWorkbookFile(path);
  const { bytes, frozen, kept } = freezeFormulas(source, { areas: outputAreas(snapshot), functions });
  const output = await writeCopy(path, source, "frozen", out, () => bytes);
  const lines = [
    ...frozen.map(({ sheet, cells }) => `${sheet}: ${String(cells)} formulas are values now`),
    ...(frozen.length === 0 ? ["There was no formula to freeze."] : []),
    ...kept.map(({ sheet, cell }) => `${sheet}!${cell} stays a formula: it has no result to keep`),
    `Written to ${output}`,
  ];
  report(
    json ? `${JSON.stringify({ frozen, kept, output }, null, 2)}\n` : `${lines.join("\n")}\n`,
    kept.length > 0 ? exitStatus.attention : exitStatus.done,
  );
}

export function freezeCommand(): Command {
  return new Command("freeze")
    .description("Writes a copy in which the formulas of the output tables are values.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .option("--functions", "the add-in's functions in cells too, for people who do not have it")
    .option("--out <file>", "the copy to write; default: out/BOOK-frozen.xlsx, or .xlsm")
    .addOption(jsonOption())
    .action(freeze);
}
