import { groupBy } from "../../base/groupBy";
import { minorDigits } from "../../money/currency";
import { Decimal, one, smallestUnit, sum, zero } from "../../money/decimal";
import { amountIn, type PlannedTableRow } from "./plannedTable";
import type { Tie } from "./tie";

/** The rows of Invoices and Invoice lines as they will be written. */
export interface PlannedDocuments {
  readonly invoices: readonly PlannedTableRow[];
  readonly lines: readonly PlannedTableRow[];
  readonly taxRounding: "invoice" | "line";
  /** Taxes are inside the amounts that were agreed. */
  readonly isTaxInside?: boolean;
}

const NUMBER = "Invoice number";
const amounts = (rows: readonly PlannedTableRow[]) => sum(rows.map((row) => amountIn(row, "Amount")));
const total = (rows: readonly PlannedTableRow[], title: string) =>
  sum(rows.map((row) => amountIn(row, title)));

/** Lines of a product with the discounts on it, whose ids no other line bears; each other line by itself. */
function linesTaxedTogether(lines: readonly PlannedTableRow[]): (readonly PlannedTableRow[])[] {
  const isDiscount = (line: PlannedTableRow) => line.text("Kind").toLowerCase() === "discount";
  const billed = groupBy(lines, (line) =>
    ["Contract ID", "Product", "Tax code", "Tax rate"].map((title) => line.text(title)).join("|"),
  );
  return [...billed.values()].flatMap((group): (readonly PlannedTableRow[])[] => {
    const priced = new Set(group.flatMap((line) => (isDiscount(line) ? [] : [line.text("Price ID")])));
    const isTogether = group.some((line) => isDiscount(line) && !priced.has(line.text("Price ID")));
    return isTogether ? [group] : group.map((line) => [line]);
  });
}

/** Tax of lines, worked out from what their cells show. */
function taxOfLines(lines: readonly PlannedTableRow[], digits: number, isPerLine: boolean): Decimal {
  const rounded = (amount: Decimal) => amount.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
  const taxed = (rows: readonly PlannedTableRow[]) =>
    rounded(amounts(rows).times(amountIn(rows[0]!, "Tax rate")));
  if (isPerLine) return sum(linesTaxedTogether(lines).map(taxed));
  const byTax = groupBy(lines, (line) => `${line.text("Tax code")}|${line.text("Tax rate")}`);
  return sum([...byTax.values()].map(taxed));
}

/** Rows and lines of the documents by number, and the corrections of each. */
interface DocumentIndex {
  readonly linesOf: ReadonlyMap<string, readonly PlannedTableRow[]>;
  readonly rowsOf: ReadonlyMap<string, readonly PlannedTableRow[]>;
  readonly creditsOf: ReadonlyMap<string, readonly PlannedTableRow[]>;
}

function indexDocuments({ invoices, lines }: PlannedDocuments): DocumentIndex {
  const isCredit = (row: PlannedTableRow) =>
    row.text("Status") !== "Void" && row.text("Corrects") !== "" && row.text("Type") === "Credit note";
  return {
    linesOf: groupBy(lines, (line) => line.text(NUMBER)),
    rowsOf: groupBy(invoices, (row) => row.text(NUMBER)),
    creditsOf: groupBy(invoices.filter(isCredit), (row) => row.text("Corrects")),
  };
}

/**
 * The tax that a credit note must show: that of its lines, but for what rounding leaves. It is never further off than a
 * minor unit for each line of the invoice and its credits, and where nothing is left of the net, nothing is left of the
 * tax.
 */
function taxOfCredit(row: PlannedTableRow, ofLines: Decimal, index: DocumentIndex): Decimal {
  const number = row.text("Corrects");
  const family = [...(index.rowsOf.get(number) ?? []).slice(0, 1), ...(index.creditsOf.get(number) ?? [])];
  const written = amountIn(row, "Tax");
  const knowsTax = family.every((member) => member.figure("Tax") !== undefined);
  if (knowsTax && total(family, "Subtotal").isZero()) return written.minus(total(family, "Tax"));
  const count = sum(family.map((member) => new Decimal(index.linesOf.get(member.text(NUMBER))?.length ?? 0)));
  const unit = smallestUnit(minorDigits(row.text("Currency")));
  const isLess = written.abs().lessThan(ofLines.abs());
  const isNear = written.minus(ofLines).abs().lessThanOrEqualTo(unit.times(count));
  return isLess || isNear ? written : ofLines;
}

/**
 * Several taxes behind a code are each rounded, and a tax inside prices is not worked out from the net: then the tax may be
 * off that of the lines by a minor unit a tax.
 */
function isNearTax(
  row: PlannedTableRow,
  lines: readonly PlannedTableRow[],
  ofLines: Decimal,
  isInside: boolean,
) {
  const codes = new Set(lines.map((line) => line.text("Tax code")));
  const taxes = [...codes].flatMap((code) => code.split(/[+>]/)).length;
  if (!isInside && taxes === codes.size) return false;
  const unit = smallestUnit(minorDigits(row.text("Currency")));
  const most = unit.times(Math.max(taxes, lines.length));
  return amountIn(row, "Tax").minus(ofLines).abs().lessThanOrEqualTo(most);
}

/** What must agree within one new document: its lines, its net, its tax, its total and its balance. */
function tiesOf(
  row: PlannedTableRow,
  index: DocumentIndex,
  { taxRounding, isTaxInside = false }: PlannedDocuments,
): Tie[] {
  const of = row.text(NUMBER);
  const lines = index.linesOf.get(of) ?? [];
  const digits = minorDigits(row.text("Currency"));
  const written = (title: string) => ({ other: `${title} is`, otherFigure: amountIn(row, title) });
  const tooFine = lines.filter((line) => amountIn(line, "Amount").decimalPlaces() > digits).length;
  const ofLines = taxOfLines(lines, digits, taxRounding === "line");
  const isCredit = row.text("Corrects") !== "" && row.text("Type") === "Credit note";
  const ofDocument = isNearTax(row, lines, ofLines, isTaxInside) ? amountIn(row, "Tax") : ofLines;
  const tax = isCredit ? taxOfCredit(row, ofLines, index) : ofDocument;
  return [
    {
      of,
      name: "lines finer than its currency",
      figure: new Decimal(tooFine),
      other: "allowed are",
      otherFigure: zero,
    },
    { of, name: "its lines add up to", figure: amounts(lines), ...written("Subtotal") },
    { of, name: "the tax of its lines is", figure: tax, ...written("Tax") },
    {
      of,
      name: "Subtotal and Tax are",
      figure: amountIn(row, "Subtotal").plus(amountIn(row, "Tax")),
      ...written("Total"),
    },
    {
      of,
      name: "Total less Paid is",
      figure: amountIn(row, "Total").minus(amountIn(row, "Paid")),
      ...written("Balance"),
    },
  ];
}

/** The ties of the documents that a run writes, each with its row and its lines. */
export function documentTies(documents: PlannedDocuments, numbers: ReadonlySet<string>): Tie[] {
  const index = indexDocuments(documents);
  return [...numbers].flatMap((number) => {
    const rows = index.rowsOf.get(number) ?? [];
    const once: Tie = {
      of: number,
      name: "rows in Invoices are",
      figure: new Decimal(rows.length),
      other: "there must be",
      otherFigure: one,
    };
    return [once, ...rows.slice(0, 1).flatMap((row) => tiesOf(row, index, documents))];
  });
}
