import type { Report } from "../issues/issue";
import { reportCardNumbers } from "./cardNumbers";
import type { NotRead, ReadBook, TableInUse } from "./notRead";
import { inputTables } from "./inputTables";
import { resemblances } from "./resembles";
import { findOutsideTables } from "./outsideTables";
import { findUnreadColumns } from "./unreadColumns";
import { findUnreadSheets } from "./unreadSheets";

/** Finds and reports what is not read, and what should not be there. */
export function findNotRead(book: ReadBook, inUse: readonly TableInUse[], report: Report): NotRead[] {
  const resembles = resemblances(inputTables);
  const columns = inUse.flatMap((table) =>
    findUnreadColumns(table, book.settings.notRead, resembles, report),
  );
  for (const { bound } of inUse) reportCardNumbers(bound, report);
  const outside = findOutsideTables(book, inUse, report);
  const sheets = findUnreadSheets(book, inUse, report);
  return [...columns, ...outside, ...sheets];
}
