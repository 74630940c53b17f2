import { knownValue } from "../base/knownValue";
import { nameKey } from "../base/name";
import type { Catalog } from "../catalog/records";
import { CellKind, type Grid } from "../grid/grid";
import type { Issue, Report } from "../issues/issue";
import { makeIssue } from "../issues/issue";
import { reportMissingColumns } from "../schema/bind";
import { anyTable, refOf, type BoundTable } from "../schema/boundTable";
import { beginsWithDigit, isFigure, parseNumberText, unitOfNumber } from "../schema/numberText";
import { isErrorText, viewCell } from "../schema/viewCell";
import { columnName } from "../grid/grid";
import type { UsageTable } from "./bindUsage";
import type { Meters } from "./meters";
import { countsRows, readersOf } from "./readers";
import { textCodes } from "./textCodes";
import { usageTable, type UsageColumns } from "./usage.table";

/** Where the quantity of the rows of a sheet or file comes from. */
export type QuantitySource =
  | { readonly kind: "column" }
  /** There is no such column and none that could be it: every row counts 1. */
  | { readonly kind: "rows" }
  /** It cannot be told; `issue` is reported with the contracts that wait for it. */
  | { readonly kind: "unknown"; readonly issue: Issue };

/** Whether the texts of a column are numbers with one unit beside them: 20.25 kWh and 3 kWh. */
function holdsMeasures({ grid, firstRow, lastRow, skipped }: BoundTable, index: number): boolean {
  const units = new Set<string | undefined>();
  for (let row = firstRow; row <= lastRow && units.size < 2; row++) {
    const { kind, text } = viewCell(grid, row, index);
    if (kind !== CellKind.blank && !skipped.has(row)) units.add(unitOfNumber(text));
  }
  return units.size === 1 && !units.has(undefined);
}

/** 9:00-11:30 and 1:30 h say how long something took. */
const STRETCH_OF_TIME = /^\s*\d{1,4}:[0-5]\d/;

const saysHowMuch = (text: string): boolean =>
  parseNumberText(text).kind !== "none" || isFigure(text) || STRETCH_OF_TIME.test(text) || isErrorText(text);

/** Cells of figures; an error stands where one should be. */
const figures: ReadonlySet<number> = new Set([
  CellKind.number,
  CellKind.percent,
  CellKind.time,
  CellKind.error,
]);

/** Whether a column of a table holds a number, or a text that may be one, in any of its rows. */
function holdsNumbers(
  { grid, firstRow, lastRow, skipped }: BoundTable,
  index: number,
  mayBeNumber: (text: string) => boolean,
): boolean {
  const column = grid.columns[index];
  if (!column) return false;
  const isNumber: (boolean | undefined)[] = [];
  for (let row = firstRow; row <= Math.min(lastRow, column.kinds.length - 1); row++) {
    const kind = column.kinds[row];
    if (kind === CellKind.blank || skipped.has(row)) continue;
    if (figures.has(kind!)) return true;
    if (kind !== CellKind.text) continue;
    const text = column.values[row]!;
    if ((isNumber[text] ??= mayBeNumber(column.texts.at(text)!))) return true;
  }
  return false;
}

/** Headers of usage columns that meters filter by or count, by nameKey. */
export function propertiesOf(meters: Meters): ReadonlySet<string> {
  const ofMeters = meters.all.flatMap(({ conditions, keyColumn }) =>
    [...conditions.map(({ column }) => column), keyColumn].map(nameKey),
  );
  return new Set([...ofMeters, ...meters.readsBesides]);
}

/** Columns that nothing reads and that hold numbers. */
function numericColumns(bound: BoundTable, properties: ReadonlySet<string>): number[] {
  const read = new Set(bound.columnOf.values());
  const columns: number[] = [];
  for (let column = bound.firstColumn; column <= bound.lastColumn; column++) {
    const header = bound.others.get(column) ?? "";
    if (read.has(column) || properties.has(nameKey(header))) continue;
    const mayBeNumber = header === "" ? beginsWithDigit : saysHowMuch;
    if (!holdsNumbers(bound, column, mayBeNumber) && !holdsMeasures(bound, column)) continue;
    columns.push(column);
  }
  return columns;
}

/** A column as a person finds it: “Zorp” (D). */
function shownColumn({ others }: BoundTable, column: number): string {
  const header = others.get(column) ?? "";
  return header === "" ? columnName(column) : `“${header}” (${columnName(column)})`;
}

/**
 * Whether all that reads the rows of a usage meter counts them, or what is in another column: then their quantity
 * is of no account.
 */
export function countedMeters({ contracts }: Catalog, meters: Meters): (meterKey: string) => boolean {
  const isCounted = new Map<string, boolean>();
  for (const { prices } of contracts)
    for (const reader of readersOf(prices, meters)) {
      const { sourceKey } = reader.meter;
      isCounted.set(sourceKey, countsRows(reader) && isCounted.get(sourceKey) !== false);
    }
  return (meterKey) => isCounted.get(meterKey) === true;
}

/** Whether the quantity of no row of a sheet is of any account; rows of a meter that nothing reads have none. */
function countsOnly(bound: BoundTable<UsageColumns>, catalog: Catalog, meters: Meters): boolean {
  const codes = textCodes(bound.grid, knownValue(bound.columnOf, "meter"));
  for (let row = bound.firstRow; row <= bound.lastRow; row++) codes.codeAt(row);
  const isCounted = countedMeters(catalog, meters);
  return codes.names.length > 0 && codes.names.every((name) => isCounted(nameKey(name)));
}

function sourceOf(
  bound: BoundTable<UsageColumns>,
  catalog: Catalog,
  meters: Meters,
  report: Report,
): QuantitySource {
  const doubt = bound.unsettled.get("quantity");
  if (doubt) return { kind: "unknown", issue: doubt };
  if (bound.columnOf.has("quantity")) return { kind: "column" };
  const general = anyTable(bound);
  const numeric = numericColumns(general, propertiesOf(meters));
  const at = refOf(general, bound.headerRow, bound.firstColumn);
  if (numeric.length === 0) {
    report(makeIssue("QUANTITY_ASSUMED", { at, words: { table: usageTable.title } }));
    return { kind: "rows" };
  }
  if (countsOnly(bound, catalog, meters)) return { kind: "rows" };
  const issues: Issue[] = [];
  reportMissingColumns(usageTable, ["quantity"], at, (issue) => issues.push(issue));
  const shown = numeric.map((column) => shownColumn(general, column)).join(", ");
  const message = `${issues[0]!.message}; these columns hold numbers: ${shown}`;
  return { kind: "unknown", issue: { ...issues[0]!, message, proposes: numeric } };
}

/** Where the quantity of each sheet and file of Usage comes from; what is assumed is said once. */
export function quantitySources(
  { parts }: UsageTable,
  catalog: Catalog,
  meters: Meters,
  report: Report,
): ReadonlyMap<Grid, QuantitySource> {
  let isSaid = false;
  const once: Report = (issue) => {
    if (!isSaid) report(issue);
    isSaid = true;
  };
  return new Map(parts.map(({ bound }) => [bound.grid, sourceOf(bound, catalog, meters, once)]));
}
