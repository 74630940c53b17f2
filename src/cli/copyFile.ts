import { basename, extname, join, relative, resolve } from "node:path";
import type { WorkbookPackage } from "../workbook/xlsx/package/workbookPackage";
import { outputPath } from "./outputPath";
import { writeWholeFile } from "./writeWholeFile";

/** Writes a copy of a workbook, named as it is by its format: --out, else out/BOOK-COMMAND.xlsx. The name that is shown. */
export async function writeCopy(
  path: string,
  { format }: Pick<WorkbookPackage, "format">,
  command: string,
  out: string | undefined,
  bytes: () => Uint8Array,
): Promise<string> {
  const proposal = `${basename(path, extname(path))}-${command}.${format}`;
  const target = out ?? join("out", proposal);
  const name = out === undefined ? target : `--out ${out}`;
  const file = await outputPath({
    path: target,
    name,
    reads: [path],
    proposal,
    extensions: [`.${format}`],
  });
  await writeWholeFile(file, bytes());
  return relative(process.cwd(), resolve(target));
}
