import { Command } from "commander";
import { outputAreas, planFreeze, type WritePlan } from "../../core/api";
import { openPackage } from "../../workbook/xlsx/package/openPackage";
import type { WorkbookFormat } from "../../workbook/xlsx/package/workbookPackage";
import { freezeFormulas } from "../../workbook/xlsx/texts/freezeFormulas";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { writeCopy } from "../copyFile";
import { CommandFailure, exitStatus } from "../exit";
import { openWorkbookFile } from "../openWorkbookFile";
import { actOptions } from "../writeBook";
import { report } from "../report";
import { asOfOption, jsonOption, parseRunOptions } from "../runOptions";

interface FreezeOptions {
  readonly functions?: boolean;
  readonly by?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** The frozen workbook with the row of its Run log that says so. */
function logged(bytes: Uint8Array, plan: WritePlan | undefined, format: WorkbookFormat): Uint8Array {
  if (!plan) return bytes;
  const opened = openPackage(bytes);
  if (!opened.ok) throw new CommandFailure(opened.failure.message);
  return applyPlan(opened.package, plan, { format });
}

async function freeze(
  path: string,
  { functions = false, by, asOf, out, json }: FreezeOptions,
): Promise<void> {
  const day = parseRunOptions(asOf === undefined ? {} : { asOf }).asOf;
  const { snapshot, package: source } = await openWorkbookFile(path);
  const areas = outputAreas(snapshot);
  const { bytes, frozen, kept } = freezeFormulas(source, { areas, functions });
  const isOfTables = frozen.some(({ sheet }) => areas.some((area) => area.sheet === sheet));
  const plan = isOfTables ? planFreeze(snapshot, { functions }, actOptions(day, by?.trim())) : undefined;
  const output = await writeCopy(path, source, "freeze", out, () => logged(bytes, plan, source.format));
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
    .option("--by <name>", "who does it, for the Run log; default: who runs it")
    .addOption(asOfOption("now"))
    .option("--out <file>", "the copy to write; default: out/BOOK-freeze.xlsx, or .xlsm")
    .addOption(jsonOption())
    .action(freeze);
}
