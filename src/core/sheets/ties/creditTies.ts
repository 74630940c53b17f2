import { sum, type Decimal } from "../../money/decimal";
import type { PlannedSheet } from "../plan";
import { documentTies, type PlannedDocuments } from "./documentTies";
import { formattedTies } from "./formattedTies";
import { amountIn, plannedRows, type PlannedTableRow } from "./plannedTable";
import { assertTied, type Tie } from "./tie";

interface NetAndTax {
  readonly net: Decimal;
  readonly tax: Decimal;
}

/** What a credit is about to write and to report. */
export interface PlannedCredit {
  readonly invoices: PlannedSheet;
  readonly lines: PlannedSheet;
  /** The note first, then the documents that bill again. */
  readonly numbers: readonly string[];
  /** Sheets to print, by number. */
  readonly formatted: ReadonlyMap<string, PlannedSheet>;
  readonly taxRounding: PlannedDocuments["taxRounding"];
  /** As the summary and `--json` have it: what is credited and what is left of the invoice after it, above 0. */
  readonly credited: NetAndTax;
  readonly left: NetAndTax;
}

const NUMBER = "Invoice number";

/** The note says what is reported, and with all other notes of its invoice it leaves what is reported as left. */
function reportedTies(
  note: PlannedTableRow,
  { invoices, lines }: PlannedDocuments,
  { credited, left }: PlannedCredit,
): Tie[] {
  const of = note.text(NUMBER);
  const corrects = note.text("Corrects");
  const written = (name: string, title: string, figure: Decimal): Tie => ({
    of,
    name: `${name} reported is`,
    figure: figure.negated(),
    other: `${title} is`,
    otherFigure: amountIn(note, title),
  });
  const isOfFamily = (row: PlannedTableRow) =>
    row.text("Status") !== "Void" &&
    (row.text(NUMBER) === corrects ||
      (row.text("Corrects") === corrects && row.text("Type") === "Credit note"));
  const family = invoices.filter(isOfFamily);
  // Documents of other systems may state no tax, and lines that are not their net; notes a positive total, or more than
  // there was: nothing to add up then.
  const isKnown = family.every((row) => {
    const own = lines.filter((line) => line.text(NUMBER) === row.text(NUMBER));
    const net = row.figure("Subtotal");
    const addsUp = net && (own.length === 0 || sum(own.map((line) => amountIn(line, "Amount"))).equals(net));
    const isOurs = row.text("Type") !== "Credit note" || row.text("Run ID") !== "";
    return addsUp === true && row.figure("Tax") !== undefined && isOurs;
  });
  const rest = (title: string, figure: Decimal): Tie => ({
    of: corrects,
    name: `${title} less its credits is`,
    figure: sum(family.map((row) => amountIn(row, title))),
    other: "left is reported as",
    otherFigure: figure,
  });
  return [
    written("the net", "Subtotal", credited.net),
    written("the tax", "Tax", credited.tax),
    ...(isKnown ? [rest("Subtotal", left.net), rest("Tax", left.tax)] : []),
  ];
}

/**
 * Adds a credit up once more from the cells that it would write: the note and what is billed again are their lines, the
 * printed sheets say the same, and what is reported as left is left. Throws before anything is written.
 */
export function checkCreditTies(planned: PlannedCredit): void {
  const documents: PlannedDocuments = {
    invoices: plannedRows(planned.invoices),
    lines: plannedRows(planned.lines),
    taxRounding: planned.taxRounding,
  };
  const rowOf = (number: string) => documents.invoices.find((row) => row.text(NUMBER) === number);
  const linesOf = (number: string) => documents.lines.filter((line) => line.text(NUMBER) === number).length;
  const [noteNumber = ""] = planned.numbers;
  const note = rowOf(noteNumber);
  assertTied([
    ...documentTies(documents, new Set(planned.numbers)),
    ...(note ? reportedTies(note, documents, planned) : []),
    ...[...planned.formatted].flatMap(([number, sheet]) => {
      const row = rowOf(number);
      return row ? formattedTies(sheet, row, linesOf(number)) : [];
    }),
  ]);
}
