import { mergeSheets } from "./mergeSheets";
import type { Workbook } from "./workbook";

/** Makes a workbook another one: what was in it is gone. */
export function loadInto(book: Workbook, source: Workbook): void {
  book.tables.length = 0;
  book.names.length = 0;
  book.customXml.length = 0;
  book.settings.clear();
  book.forgetSheets();
  book.name = source.name;
  book.date1904 = source.date1904;
  mergeSheets(book, source, source.sheets, 0);
  for (const name of source.names) if (!name.target) book.names.push({ ...name, scope: undefined });
}
