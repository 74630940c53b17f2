import { groupBy } from "../../base/groupBy";
import { Decimal, sum, zero } from "../../money/decimal";
import { HEADER_ROW } from "../layout";
import type { PlannedSheet } from "../plan";
import { amountIn, figureOf, plannedColumns, type PlannedTableRow } from "./plannedTable";
import type { Tie } from "./tie";

const FATES = ["rated", "rejected", "duplicate", "outside", "filtered"] as const;

/** What was read of each meter is what became of it; `read` is how many rows the report outside the workbook states. */
export function* controlTies(sheet: PlannedSheet, read: number): Generator<Tie> {
  // There may be a hundred thousand meters: their columns are looked up once.
  const columns = plannedColumns(sheet);
  const columnOf = (title: string) => columns.get(title) ?? -1;
  const meter = columnOf("Meter");
  const counted = ["Rows", "Quantity"].map((title) => ({
    title,
    read: columnOf(`${title} read`),
    became: FATES.map((fate) => columnOf(`${title} ${fate}`)),
  }));
  const totals = sheet.rows.slice(HEADER_ROW + 1);
  const amountOf = (row: (typeof totals)[number], column: number) => figureOf(row[column]) ?? zero;
  for (const row of totals) {
    for (const { title, read: readColumn, became } of counted) {
      yield {
        of: `Control totals, ${String(row[meter]?.value ?? "")}`,
        name: `${title} of all that became of it are`,
        figure: sum(became.map((column) => amountOf(row, column)).filter((figure) => !figure.isZero())),
        other: `${title} read are`,
        otherFigure: amountOf(row, readColumn),
      };
    }
  }
  const rowsRead = columnOf("Rows read");
  yield {
    of: "Control totals",
    name: "Rows read are",
    figure: sum(totals.map((row) => amountOf(row, rowsRead))),
    other: "the totals reported are of",
    otherFigure: new Decimal(read),
  };
}

/** The totals that close the blocks of the reconciliation are those of its findings. */
export function reconciliationTies(rows: readonly PlannedTableRow[]): Tie[] {
  const findings = groupBy(
    rows.filter((row) => row.text("Code") !== ""),
    (row) => `${row.text("Check")}, ${row.text("Currency")}`,
  );
  return rows
    .filter((row) => row.text("Code") === "")
    .map((row): Tie => {
      const block = `${row.text("Check")}, ${row.text("Currency")}`;
      const isUnder = row.text("Cause") === "Total under-billed";
      const differences = (findings.get(block) ?? []).map((finding) => amountIn(finding, "Difference"));
      const counted = differences.filter((difference) =>
        isUnder ? difference.greaterThan(zero) : difference.lessThan(zero),
      );
      return {
        of: `Reconciliation, ${block}`,
        name: "the differences add up to",
        figure: sum(counted),
        other: `${row.text("Cause")} is`,
        otherFigure: amountIn(row, "Difference"),
      };
    });
}
