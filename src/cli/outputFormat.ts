import { basename, extname } from "node:path";
import type { WorkbookFormat, WorkbookPackage } from "../workbook/xlsx/package/workbookPackage";
import { printNotice } from "./fault";

/** What a file has to be by its name: macros are kept in an .xlsm, and left out of any other with a line that says so. */
export function outputFormat(path: string, { hasMacros }: WorkbookPackage): WorkbookFormat {
  if (extname(path).toLowerCase() === ".xlsm") return "xlsm";
  if (hasMacros)
    printNotice(`${basename(path)}: the macros of the workbook are left out; name it .xlsm to keep them`);
  return "xlsx";
}
