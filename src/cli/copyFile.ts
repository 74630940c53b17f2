import type { WorkbookPackage } from "../workbook/xlsx/package/workbookPackage";
import { chooseBook } from "./writeBook";
import { writeWholeFile } from "./writeWholeFile";

/** Writes a copy of a workbook, which ends as its format does: --out, else out/BOOK-COMMAND.xlsx. The name that is shown. */
export async function writeCopy(
  path: string,
  source: Pick<WorkbookPackage, "format">,
  command: string,
  out: string | undefined,
  bytes: () => Uint8Array,
): Promise<string> {
  const output = await chooseBook(path, source, {
    suffix: command,
    out,
    extensions: [`.${source.format}`],
  });
  await writeWholeFile(output.path, bytes());
  return output.shown;
}
