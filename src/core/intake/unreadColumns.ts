import { nameKey } from "../base/name";
import { CellKind, columnName } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { currencyCode } from "../money/currency";
import { refOf, type BoundTable } from "../schema/boundTable";
import { parseDateText } from "../schema/dateText";
import { beginsWithDigit, isFigure, parseNumberText, unitOfNumber } from "../schema/numberText";
import { isErrorText, numberKinds } from "../schema/viewCell";
import type { NamedColumn } from "../settings/namedColumns";
import { usageTable } from "../metering/usage.table";
import type { TableDefinition } from "../schema/table";
import { isFrequencyColumn, reportFrequencies } from "./frequencies";
import { notCountedBy, type NotCounted } from "./notCounted";
import { notInForceBy, type NotInForce } from "./notInForce";
import type { NotRead, TableInUse } from "./notRead";
import type { Resembles } from "./resembles";

/** Words of a header that speak of money or terms. */
const telling = new Set(
  "price fee rate amount quantity discount minimum maximum tax currency trial free".split(" "),
);

/** Whether a header speaks of money or terms: Minimum per month, Discount. */
export function speaksOfMoney(header: string): boolean {
  const words = header.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ").split(/[^\p{L}]+/u);
  return words.some((word) => telling.has(word.toLowerCase().replace(/s$/, "")));
}

const mayBeFigure = (text: string): boolean => beginsWithDigit(text) || isValueText(text);

/** What the cells of a column are, as far as it matters here. */
interface Contents {
  readonly isEmpty: boolean;
  /** A number, a date or a currency is among them. */
  readonly isTelling: boolean;
}

/** Whether a text is a number, with or without its unit, a figure, a date, or an error in place of one. */
export function isValueText(text: string): boolean {
  const trimmed = text.trim();
  const isNumber = parseNumberText(trimmed).kind !== "none" || unitOfNumber(trimmed) !== undefined;
  return isNumber || isFigure(trimmed) || isErrorText(trimmed) || parseDateText(trimmed).kind !== "none";
}

/** Kinds of cells that may matter to a bill; an error stands where a figure should be. */
const tellingKinds: ReadonlySet<number> = new Set([...numberKinds, CellKind.error]);

function contentsOf(
  { grid, firstRow, lastRow, skipped }: BoundTable,
  index: number,
  mayBeValue: (text: string) => boolean,
): Contents {
  const column = grid.columns[index];
  let isEmpty = true;
  let areCurrencies = true;
  if (!column) return { isEmpty, isTelling: false };
  const seen = new Uint8Array(column.texts.length);
  for (let row = firstRow; row <= Math.min(lastRow, column.kinds.length - 1); row++) {
    const kind = column.kinds[row];
    if (kind === CellKind.blank || skipped.has(row)) continue;
    if (tellingKinds.has(kind!)) return { isEmpty: false, isTelling: true };
    const text = column.values[row]!;
    if (kind !== CellKind.text) isEmpty = false;
    if (kind !== CellKind.text || seen[text] === 1 || column.texts.at(text)!.trim() === "") continue;
    seen[text] = 1;
    isEmpty = false;
    if (mayBeValue(column.texts.at(text)!)) return { isEmpty, isTelling: true };
    areCurrencies &&=
      /^\s*[A-Z]{3}\s*$/.test(column.texts.at(text)!) && currencyCode(column.texts.at(text)!) !== undefined;
  }
  return { isEmpty, isTelling: !isEmpty && areCurrencies };
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}

/** Amounts that are for a period unless a price is rated by the event. */
const BOUNDS = new Set(["Minimum", "Maximum"]);
const PER_ROW =
  /(?<!\p{L})(?:per|je|pro|par|each)\s+(?!(?:month|quarter|year|period|annum|monat|quartal|jahr|mois|trimestre|an)(?!\p{L}))\p{L}/iu;

/** "; Discount % is read on Prices and Contracts", or why the field that it means is read elsewhere. */
function hint(
  bound: BoundTable,
  index: number,
  header: string,
  resembles: Resembles,
): { resembles: string; words: string } {
  const rival = bound.rivals.get(index);
  if (rival !== undefined) {
    const { title } = bound.definition.columns[rival]!;
    const read = bound.columnOf.get(rival);
    const where = read === undefined ? "" : `, which is read from column ${columnName(read)}`;
    return { resembles: title, words: `; it means ${title} as well${where}` };
  }
  const near = resembles(header);
  if (!near) return { resembles: "", words: "" };
  const each = PER_ROW.test(header) && BOUNDS.has(near.title) ? ", of each row with Rate per = Event" : "";
  return { resembles: near.title, words: `; ${near.title} is read on ${listOf(near.tables)}${each}` };
}

/** "; 2 rows say “N” and are billed all the same", with the filter that would leave them out. */
function ofRows({ count, value, filter }: NotCounted): { resembles: string; words: string } {
  const rows = count === 1 ? "1 row says" : `${String(count)} rows say`;
  const cure =
    filter === ""
      ? "put the result in Quantity"
      : `to leave such rows out, write ${filter} under Filter in Meters`;
  return {
    resembles: "",
    words: `; ${rows} ${value === "" ? "nothing" : `“${value}”`} and count in full: ${cure}`,
  };
}

/** "; 1 row says “N” and is billed all the same", with what takes it out. */
function ofTerms({ count, value }: NotInForce, table: string): { resembles: string; words: string } {
  const rows = count === 1 ? "1 row says" : `${String(count)} rows say`;
  const cure = table === "Prices" ? "end it with Effective to" : "write Ended or Suspended under Status";
  return {
    resembles: "",
    words: `; ${rows} “${value}” and ${count === 1 ? "counts" : "count"} all the same: ${cure}`,
  };
}

const usageDefinition: TableDefinition = usageTable;
/** Tables whose rows are in force or not. */
const ofTermsTables = new Set(["Contracts", "Prices"]);

/** So many columns of a table are compared with the names of fields; beyond them nobody looks for what a header might mean. */
const MOST_COMPARED = 500;

/** Columns of a table that hold something and that nothing reads; each is one issue on its header. */
export function findUnreadColumns(
  { bound, isReadBesides, contractsOf, quantitiesOf }: TableInUse,
  known: readonly NamedColumn[],
  resemblanceOf: Resembles,
  report: Report,
): NotRead[] {
  const read = new Set(bound.columnOf.values());
  const table = bound.definition.title;
  const found: NotRead[] = [];
  for (let column = bound.firstColumn; column <= bound.lastColumn; column++) {
    const header = bound.others.get(column) ?? "";
    // Of two columns that could be one field neither is read, and both have been named.
    const isInDoubt = bound.unsettled.has(bound.rivals.get(column) ?? "");
    // Fields beyond the header of a file have been named, each with its line.
    if (column >= (bound.grid.file?.fields[bound.headerRow] ?? Infinity)) break;
    if (read.has(column) || isInDoubt || isReadBesides(column, header)) continue;
    const { isEmpty, isTelling } = contentsOf(bound, column, header === "" ? mayBeFigure : isValueText);
    if (isEmpty) continue;
    const isKnown = known.some(
      (name) => nameKey(name.table) === nameKey(table) && nameKey(name.header) === nameKey(header),
    );
    const frequencies = { bound, column, header, contractsOf };
    if (!isKnown && isFrequencyColumn(frequencies)) {
      reportFrequencies(frequencies, report);
      continue;
    }
    const notCounted = bound.definition === usageDefinition ? notCountedBy(bound, column, header) : undefined;
    const notInForce = ofTermsTables.has(table) ? notInForceBy(bound, column, header) : undefined;
    const isOfRows = notCounted !== undefined || notInForce !== undefined;
    const ofTheRows = notCounted ? ofRows(notCounted) : notInForce && ofTerms(notInForce, table);
    const isCompared = found.length < MOST_COMPARED;
    const { resembles, words } =
      ofTheRows ?? (isCompared ? hint(bound, column, header, resemblanceOf) : { resembles: "", words: "" });
    const isOfMoney = speaksOfMoney(header) || speaksOfMoney(resembles);
    const at = refOf(bound, bound.headerRow, column);
    const value = header === "" ? columnName(column) : header;
    const quantities = isKnown ? undefined : quantitiesOf?.(column, header);
    const isOfProduct = quantities !== undefined;
    const isWarning =
      !isKnown && (isTelling || isOfMoney || isOfRows || isOfProduct || bound.rivals.has(column));
    if (quantities?.areNumbers === true) {
      const { product, contractIds: holds } = quantities;
      report(makeIssue("QUANTITIES_NOT_READ", { at, value, words: { product }, holds }));
    } else {
      const severity = isWarning ? "warning" : "info";
      report(makeIssue("COLUMN_NOT_READ", { at, value, words: { table, resembles: words }, severity }));
    }
    found.push({ kind: "column", at, header, table, resembles, isWarning });
  }
  return found;
}
