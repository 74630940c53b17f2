import { groupBy } from "../../../base/groupBy";
import { documentsByNumber, type RegisteredInvoice } from "../../../documents/register";
import { CellKind, type Grid } from "../../../grid/grid";
import { Decimal } from "../../../money/decimal";
import { viewCell } from "../../../schema/viewCell";
import { Column } from "../../../sheets/invoiceSheet/columns";
import { factsOnInvoiceSheet } from "../../../sheets/invoiceSheet/lineAt";
import { invoiceSheet, sheetNameOf } from "../../../sheets/invoiceSheet/invoiceSheet";
import { sheetNamed } from "../../../sheets/outputSheet";
import type { PlannedSheet } from "../../../sheets/plan";
import { hasDraftKey } from "../../../documents/draftKey";
import { reviewFinding } from "../../finding";
import type { DocumentCheck, VerifyContext } from "../check";

interface Figure {
  readonly value: number;
  readonly row: number;
  readonly column: number;
}

function figuresIn(grid: Grid): Figure[] {
  const figures: Figure[] = [];
  for (let row = 0; row < grid.rowCount; row++)
    for (let column = 0; column < grid.columns.length; column++) {
      const { kind, number } = viewCell(grid, row, column);
      if (kind === CellKind.number || kind === CellKind.percent) figures.push({ value: number, row, column });
    }
  return figures;
}

function figuresOf({ rows }: PlannedSheet): number[] {
  return rows.flatMap((cells) =>
    cells.flatMap((cell) => {
      if (cell === null || typeof cell.value === "string" || typeof cell.value === "boolean") return [];
      return [Decimal.isDecimal(cell.value) ? cell.value.toNumber() : cell.value];
    }),
  );
}

/** A spreadsheet program that calculates again may differ in the last digit of a double. */
const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const textOf = (value: number | undefined): string =>
  value === undefined ? "" : new Decimal(value).toSignificantDigits(15).toFixed();

interface Shown {
  readonly expected: string;
  readonly found: string;
  readonly row: number;
  readonly column: number;
}

/** The first figure that is another than planned, in their order, wherever they are. */
function otherFigure(planned: PlannedSheet, grid: Grid): Shown | undefined {
  const expected = figuresOf(planned);
  const found = figuresIn(grid);
  const first = Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index).find(
    (index) => {
      const [a, b] = [expected[index], found[index]?.value];
      return a === undefined || b === undefined || !isNear(a, b);
    },
  );
  if (first === undefined) return undefined;
  const { row, column } = found[first] ?? { row: Math.max(0, grid.rowCount - 1), column: 0 };
  return { expected: textOf(expected[first]), found: textOf(found[first]?.value), row, column };
}

const asOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Whether a row is of one of so many lines, whose words are Ratebook's and whose figures are compared. */
function ofLines({ rows }: PlannedSheet, count: number): (row: number) => boolean {
  const amounts = [...rows.keys()].filter((row) => Decimal.isDecimal(rows[row]?.[Column.amount]?.value));
  const [first = 0, end = rows.length] = [amounts[0], amounts[count]];
  return (row) => row >= first && row < end;
}

/**
 * The first planned text beside the lines, such as a name, an address or a bank, that the sheet does not show, wherever it
 * is; what people wrote beside them is theirs.
 */
function otherText(planned: PlannedSheet, grid: Grid, isOfLine: (row: number) => boolean): Shown | undefined {
  const textAt = (row: number, column: number) => asOneLine(viewCell(grid, row, column).text);
  const shown = new Set(
    Array.from({ length: grid.rowCount }, (_, row) =>
      grid.columns.map((_column, at) => textAt(row, at)),
    ).flat(),
  );
  for (const [row, cells] of planned.rows.entries())
    for (const [column, cell] of isOfLine(row) ? [] : cells.entries()) {
      if (typeof cell?.value !== "string") continue;
      const expected = asOneLine(cell.value);
      if (expected !== "" && !shown.has(expected))
        return { expected, found: row < grid.rowCount ? textAt(row, column) : "", row, column };
    }
  return undefined;
}

/**
 * Whether texts of the sheet can be told: an issued document keeps names, addresses and the bank as they were, so that they
 * are known only where no input is another than then, and the words are this Ratebook's.
 */
function knowsTexts(document: RegisteredInvoice, context: VerifyContext): boolean {
  // Drafts and void ones say so, and acts leave the sheet as it is.
  if (hasDraftKey(document) || document.isVoid) return false;
  const { isSealed, isRedacted, inputs } = context.sealOf(document);
  if (isRedacted) return false;
  const run = context.runOf(document.runId);
  if (run?.texts.get("engineVersion") !== context.engineVersion) return false;
  return isSealed ? inputs.length === 0 : run.texts.get("inputsHash") === context.inputsHash();
}

/** The printed invoice shows the number, the figures of the document one after the other, and its texts. */
export const printed: DocumentCheck = (document, context) => {
  const { snapshot, settings, computedOf, register } = context;
  const { invoiceNumber: invoice, corrects } = document;
  const grid = sheetNamed(snapshot, sheetNameOf(invoice));
  const { invoice: computed, findings } = computedOf(document);
  if (!grid || !computed || findings.length > 0) return [];
  const shown = groupBy(factsOnInvoiceSheet(grid), (text) => text);
  const about = { invoice, table: grid.sheet, key: invoice };
  if (![...shown.keys()].some((text) => text.includes(invoice)))
    return [
      reviewFinding("SHEET_DIFFERS", {
        ...about,
        expected: invoice,
        at: { sheet: grid.sheet, row: 0, column: 0 },
      }),
    ];
  const corrected = documentsByNumber(register).get(corrects ?? "")?.[0];
  const planned = invoiceSheet({
    invoice: { ...computed, number: invoice, status: document.status ?? "issued" },
    settings,
    logo: undefined,
    linesTable: { sheet: "", firstRow: 0 },
    correctsDate: corrected?.invoiceDate,
  });
  const isOfLine = ofLines(planned, computed.lines.length);
  const other =
    otherFigure(planned, grid) ?? (knowsTexts(document, context) && otherText(planned, grid, isOfLine));
  if (!other) return [];
  const { expected, found, row, column } = other;
  return [
    reviewFinding("SHEET_DIFFERS", { ...about, expected, found, at: { sheet: grid.sheet, row, column } }),
  ];
};
