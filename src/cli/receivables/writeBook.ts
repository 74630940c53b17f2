import { basename, extname, join, relative, resolve } from "node:path";
import manifest from "../../../package.json";
import type { ActOptions, WritePlan } from "../../core/api";
import type { WorkbookFormat, WorkbookPackage } from "../../workbook/xlsx/package/workbookPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { outputPath } from "../outputPath";
import { sha256 } from "../sha256";
import { userName } from "../userName";
import { whenOf } from "../when";
import { writeWholeFile } from "../writeWholeFile";

/** Who does something to a workbook, when and with what. */
export function actOptions(asOf: number | undefined, by: string | undefined): ActOptions {
  return { when: whenOf(asOf), who: by ?? userName(), engineVersion: manifest.version, sha256 };
}

/** Where a command writes the whole workbook: --out, else out/BOOK-COMMAND.xlsx. */
export async function chooseBook(
  path: string,
  { format }: Pick<WorkbookPackage, "format">,
  command: string,
  out: string | undefined,
  reads: readonly string[] = [],
  extensions: readonly [string, ...string[]] = [".xlsx", ".xlsm"],
): Promise<{ readonly path: string; readonly shown: string }> {
  const proposal = `${basename(path, extname(path))}-${command}.${format}`;
  const target = out ?? join("out", proposal);
  const name = out === undefined ? target : `--out ${out}`;
  return {
    path: await outputPath({
      path: target,
      name,
      reads: [path, ...reads],
      proposal,
      extensions,
    }),
    shown: relative(process.cwd(), resolve(target)),
  };
}

/** Writes the workbook with a plan carried out; an .xlsm keeps its macros. */
export async function writeBook(source: WorkbookPackage, target: string, plan: WritePlan): Promise<void> {
  const format: WorkbookFormat = extname(target).toLowerCase() === ".xlsm" ? "xlsm" : "xlsx";
  await writeWholeFile(target, applyPlan(source, plan, { format }));
}
