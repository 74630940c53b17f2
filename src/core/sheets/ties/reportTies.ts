import { groupBy } from "../../base/groupBy";
import { Decimal, sum, zero } from "../../money/decimal";
import { amountIn, type PlannedTableRow } from "./plannedTable";
import type { Tie } from "./tie";

const FATES = ["rated", "rejected", "duplicate", "outside", "filtered"] as const;
/** The columns of a control total: what was read, and what became of it. Put together once, as there may be many meters. */
const COUNTED = ["Rows", "Quantity"].map((title) => ({
  title,
  read: `${title} read`,
  became: FATES.map((fate) => `${title} ${fate}`),
}));

/** What was read of each meter is what became of it; `read` is how many rows the report outside the workbook states. */
export function controlTies(rows: readonly PlannedTableRow[], read: number): Tie[] {
  const ties = rows.flatMap((row) =>
    COUNTED.map(({ title, read: readTitle, became }): Tie => ({
      of: `Control totals, ${row.text("Meter")}`,
      name: `${title} of all that became of it are`,
      figure: sum(became.map((column) => amountIn(row, column)).filter((figure) => !figure.isZero())),
      other: `${title} read are`,
      otherFigure: amountIn(row, readTitle),
    })),
  );
  const all: Tie = {
    of: "Control totals",
    name: "Rows read are",
    figure: sum(rows.map((row) => amountIn(row, "Rows read"))),
    other: "the totals reported are of",
    otherFigure: new Decimal(read),
  };
  return [...ties, all];
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
