import { groupBy } from "../../base/groupBy";
import type { CurrencyTotal } from "../../invoicing/currencyTotals";
import { Decimal, sum } from "../../money/decimal";
import type { PlannedSheet } from "../plan";
import { documentTies, type PlannedDocuments } from "./documentTies";
import { formattedTies } from "./formattedTies";
import { amountIn, plannedRows, type PlannedTableRow } from "./plannedTable";
import { controlTies, reconciliationTies } from "./reportTies";
import { assertTied, type Tie } from "./tie";

export { UntiedPlan } from "./tie";

/** All that a run is about to write and to report, each sheet once, whether it changes the workbook or not. */
export interface PlannedFigures {
  readonly invoices: PlannedSheet;
  readonly lines: PlannedSheet;
  readonly reconciliation: PlannedSheet;
  readonly controlTotals: PlannedSheet;
  /** Numbers of the run's documents, those with a formatted sheet first, in the order of these sheets. */
  readonly numbers: readonly string[];
  readonly formatted: readonly PlannedSheet[];
  /** What the summary and `--json` report. */
  readonly reported: {
    readonly totals: readonly CurrencyTotal[];
    readonly lines: number;
    readonly rowsRead: number;
  };
  readonly taxRounding: PlannedDocuments["taxRounding"];
  readonly isTaxInside?: boolean;
}

const NUMBER = "Invoice number";

/** The totals that are reported are those of the rows that are written. */
function totalTies(
  rows: readonly PlannedTableRow[],
  lines: readonly PlannedTableRow[],
  { totals, lines: lineCount }: PlannedFigures["reported"],
): Tie[] {
  const byCurrency = groupBy(rows, (row) => row.text("Currency"));
  const currencies = [...new Set([...byCurrency.keys(), ...totals.map(({ currency }) => currency)])];
  const ofCurrencies = currencies.flatMap((currency) => {
    const rowsOfCurrency = byCurrency.get(currency) ?? [];
    const reported = totals.find((total) => total.currency === currency);
    const tie = (title: string, figure: Decimal | undefined): Tie => ({
      of: `the totals in ${currency}`,
      name: `${title} of all invoices is`,
      figure: sum(rowsOfCurrency.map((row) => amountIn(row, title))),
      other: "reported is",
      otherFigure: figure ?? new Decimal(0),
    });
    return [tie("Subtotal", reported?.subtotal), tie("Tax", reported?.tax), tie("Total", reported?.total)];
  });
  const counted: Tie = {
    of: "Invoice lines",
    name: "lines of the run are",
    figure: new Decimal(lines.length),
    other: "reported are",
    otherFigure: new Decimal(lineCount),
  };
  return [...ofCurrencies, counted];
}

/** One after the other: of a hundred thousand none is kept. */
function* tiesOf(planned: PlannedFigures): Generator<Tie> {
  const { numbers, formatted, reported } = planned;
  const documents: PlannedDocuments = {
    invoices: plannedRows(planned.invoices),
    lines: plannedRows(planned.lines),
    taxRounding: planned.taxRounding,
    isTaxInside: planned.isTaxInside ?? false,
  };
  const known = new Set(numbers);
  const isOfRun = (row: PlannedTableRow) => known.has(row.text(NUMBER));
  const rows = new Map(documents.invoices.filter(isOfRun).map((row) => [row.text(NUMBER), row]));
  const lines = groupBy(documents.lines.filter(isOfRun), (line) => line.text(NUMBER));
  yield* documentTies(documents, known);
  for (const [index, sheet] of formatted.entries()) {
    const number = numbers[index] ?? "";
    const row = rows.get(number);
    if (row) yield* formattedTies(sheet, row, lines.get(number)?.length ?? 0);
  }
  yield* controlTies(planned.controlTotals, reported.rowsRead);
  yield* reconciliationTies(plannedRows(planned.reconciliation));
  yield* totalTies([...rows.values()], [...lines.values()].flat(), reported);
}

/**
 * Adds a plan up once more, from the cells that it would write and not by the code that made it: lines are the
 * invoice, taxes are those of the lines, printed documents say what the register says, usage read is usage accounted
 * for, totals reported are totals written. Throws at the first figure that does not agree, before anything is written.
 */
export function checkTies(planned: PlannedFigures): void {
  assertTied(tiesOf(planned));
}
