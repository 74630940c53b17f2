import { CellKind, type Grid } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { wholeSheet } from "../schema/areas";
import { isMonthHeader } from "../schema/calendarNames";
import { findHeader, meanings, type Header } from "../schema/header";
import { locateTable } from "../schema/locateTable";
import { matchName, namesOf } from "../schema/sheetNames";
import type { TableDefinition } from "../schema/table";
import { isBlankAt } from "../schema/viewCell";
import { mappingFor } from "../settings/mapping";
import { isSettingsSheet } from "../settings/settings.table";
import { sheetNameOf } from "../sheets/invoiceSheet/invoiceSheet";
import { ONE_ROW_A_MONTH, ROW_PER_SERVICE } from "../metering/bindUsage";
import { namesParty, usageTable } from "../metering/usage.table";
import { inputTables, tablesBesideBilling } from "./inputTables";
import type { NotRead, ReadBook, TableInUse } from "./notRead";
import { isOutputSheet } from "./outputSheets";
import { speaksOfMoney } from "./unreadColumns";

/** Rows with at least so many filled cells make a sheet look like a table. */
const FILLED = 2;

function filledRows(grid: Grid, firstRow: number, enough: number): number {
  let rows = 0;
  for (let row = firstRow; row < grid.rowCount && rows < enough; row++) {
    let filled = 0;
    for (let column = 0; column < grid.columns.length && filled < FILLED; column++)
      if (!isBlankAt(grid, row, column)) filled++;
    if (filled === FILLED) rows++;
  }
  return rows;
}

const parties = ["contractId", "customerId", "customerName"];

interface Likeness {
  readonly definition: TableDefinition;
  readonly header: Header;
  /** The header of its figures, where it names somebody's terms and is no table of any kind. */
  readonly terms?: string;
}

/** The header of figures of money or terms beside a column that names customers or contracts: Minimum of Customer, Minimum. */
function termsOfSomebody(grid: Grid, { row, columnOf, others }: Header): string | undefined {
  if (!parties.some((field) => columnOf.has(field))) return undefined;
  const isOfTerms = ([column, header]: [number, string]) =>
    speaksOfMoney(header) &&
    grid.columns[column]!.kinds.subarray(row + 1).some(
      (kind) => kind === CellKind.number || kind === CellKind.percent,
    );
  return [...others].find(isOfTerms)?.[1];
}

/** The table that a sheet looks like: by its name and two filled rows, or by two of its headers and a row below. */
function likenessOf(grid: Grid, { settings }: ReadBook): Likeness | undefined {
  const area = wholeSheet(grid);
  const readings = inputTables
    .filter((definition) => !isSettingsSheet(definition.title))
    .map((definition) => {
      const header = findHeader(area, meanings(definition, mappingFor(definition, settings)));
      const isNamed = matchName(grid.sheet, namesOf(definition)) !== "none";
      return { definition, header, isNamed, columns: new Set(header.columnOf.values()).size };
    })
    // A name goes before headers where two of these bear it out: “Meter readings” need not be Meters.
    .sort(
      (a, b) =>
        Number(b.isNamed && b.columns > 1) - Number(a.isNamed && a.columns > 1) ||
        Math.max(b.columns, 1) - Math.max(a.columns, 1) ||
        Number(b.isNamed) - Number(a.isNamed),
    );
  const found = readings.find(
    ({ header, isNamed, columns }) =>
      (isNamed && filledRows(grid, 0, FILLED) >= FILLED) ||
      (columns >= 2 && filledRows(grid, header.row + 1, 1) > 0),
  );
  if (found) return found;
  for (const { definition, header } of readings) {
    const terms = termsOfSomebody(grid, header);
    if (terms !== undefined) return { definition, header, terms };
  }
  return undefined;
}

/** Whether a sheet without a date has its months side by side: Aug, Sep, Oct. */
function hasMonths({ columnOf, others }: Header): boolean {
  return !columnOf.has("date") && [...others.values()].filter((other) => isMonthHeader(other)).length > 1;
}

function whyNot(grid: Grid, { definition, header, terms }: Likeness, inUse: readonly TableInUse[]): string {
  if (terms !== undefined)
    return `: what it says under “${terms}” counts in a column of Contracts, Prices or Customers`;
  if (matchName(grid.sheet, namesOf(definition)) === "putAside")
    return ": its name says that it is put aside";
  const isUsage = definition === usageTables;
  const missing = Object.entries(definition.columns).filter(
    ([field, { required }]) => required && !header.columnOf.has(field),
  );
  const lacks = [
    ...missing.map(([, column]) => `“${column.title}”`),
    ...(isUsage && !namesParty(header.columnOf) ? ["“Contract ID” or “Customer ID”"] : []),
  ];
  const used = inUse.find(({ bound }) => bound.definition === definition)?.bound.grid.sheet;
  const { title } = definition;
  if (lacks.length === 0 && used !== undefined) {
    // Usage may stand on several sheets, each of which says so in its name.
    const too = isUsage ? `; to have it read as well, call it “${title} ${grid.sheet}”` : "";
    return `: ${title} is read from “${used}”${too}`;
  }
  const isNamed = matchName(grid.sheet, namesOf(definition)) !== "none";
  const name =
    isNamed || used !== undefined ? "" : `a sheet is read by its name, so call it “${title} ${grid.sheet}”`;
  const isWide = isUsage && missing.some(([field]) => field === "meter") && header.others.size > 1;
  const unknown = [...header.others.values()].slice(0, MOST_NAMED).map((other) => `“${other}”`);
  const why = [
    ...(lacks.length > 0 ? [`it has no column ${lacks.join(" and no column ")}`] : []),
    ...(lacks.length > 0 && unknown.length > 0 ? [`not understood here: ${unknown.join(", ")}`] : []),
    ...(isWide ? [ROW_PER_SERVICE] : []),
    ...(isUsage && hasMonths(header) ? [ONE_ROW_A_MONTH] : []),
    ...(name === "" ? [] : [name]),
  ];
  return why.length === 0 ? "" : `: ${why.join("; ")}`;
}

/** So many headers that are not understood are named. */
const MOST_NAMED = 8;

const usageTables: TableDefinition = usageTable;

/** Sheets that a run reads or has written. */
function knownSheets(
  { settings, register, snapshot, broken }: ReadBook,
  inUse: readonly TableInUse[],
): Set<string> {
  return new Set([
    ...broken,
    ...inUse.map(({ bound }) => bound.grid.sheet),
    ...[register.invoicesBound, register.linesBound].flatMap((bound) => bound?.grid.sheet ?? []),
    ...register.invoices.map(({ invoiceNumber }) => sheetNameOf(invoiceNumber)),
    ...tablesBesideBilling.flatMap(
      (table) => locateTable(table, snapshot, mappingFor(table, settings))?.grid.sheet ?? [],
    ),
    ...snapshot.grids.filter(isOutputSheet).map(({ sheet }) => sheet),
  ]);
}

/** Sheets that look like a table and are none that is read; plain notes never do. */
export function findUnreadSheets(book: ReadBook, inUse: readonly TableInUse[], report: Report): NotRead[] {
  const known = knownSheets(book, inUse);
  return book.snapshot.grids.flatMap((grid): NotRead[] => {
    if (known.has(grid.sheet) || isSettingsSheet(grid.sheet)) return [];
    const likeness = likenessOf(grid, book);
    if (!likeness) return [];
    const at = { sheet: grid.sheet, row: likeness.header.row, column: 0 };
    const table = likeness.definition.title;
    const words = { table, why: whyNot(grid, likeness, inUse) };
    report(makeIssue("SHEET_NOT_READ", { at, value: grid.sheet, words }));
    return [{ kind: "sheet", at, header: "", table, resembles: "", isWarning: true }];
  });
}
