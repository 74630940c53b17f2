import { basename, extname, join, relative, resolve } from "node:path";
import manifest from "../../package.json";
import type { ActOptions, WritePlan } from "../core/api";
import type { WorkbookPackage } from "../workbook/xlsx/package/workbookPackage";
import { applyPlan } from "../workbook/xlsx/write/applyPlan";
import { outputFormat } from "./outputFormat";
import { outputPath } from "./outputPath";
import { sha256 } from "./sha256";
import { userName } from "./userName";
import { whenOf } from "./when";
import { writeWholeFile } from "./writeWholeFile";

/** Who does something to a workbook, when and with what. */
export function actOptions(asOf: number | undefined, by: string | undefined): ActOptions {
  return { when: whenOf(asOf), who: by ?? userName(), engineVersion: manifest.version, sha256 };
}

/** What a command writes, and may not write over. */
interface BookChoice {
  /** What is behind the name of the workbook in that of the output: the command, or a period. */
  readonly suffix: string;
  readonly out: string | undefined;
  /** Where it goes without --out. */
  readonly folder?: string;
  /** Files that are read besides the workbook. */
  readonly reads?: readonly string[];
  readonly extensions?: readonly [string, ...string[]];
}

/** Where a command writes the whole workbook: --out, else out/BOOK-SUFFIX.xlsx, and how a summary calls it. */
export async function chooseBook(
  path: string,
  { format }: Pick<WorkbookPackage, "format">,
  { suffix, out, folder = "out", reads = [], extensions = [".xlsx", ".xlsm"] }: BookChoice,
): Promise<{ readonly path: string; readonly shown: string }> {
  const proposal = `${basename(path, extname(path))}-${suffix}.${format}`;
  const target = out ?? join(folder, proposal);
  const name = out === undefined ? target : `--out ${out}`;
  return {
    path: await outputPath({ path: target, name, reads: [path, ...reads], proposal, extensions }),
    shown: relative(process.cwd(), resolve(target)),
  };
}

/** Writes the workbook with a plan carried out; an .xlsm keeps its macros. */
export async function writeBook(source: WorkbookPackage, target: string, plan: WritePlan): Promise<void> {
  await writeWholeFile(target, applyPlan(source, plan, { format: outputFormat(target, source) }));
}
