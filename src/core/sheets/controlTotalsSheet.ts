import { fates, type ControlTotal } from "../reconciliation/controlTotals";
import { textCell, type OutputTable } from "./outputTable";
import { countStyle, quantityStyle } from "./styles";

const tallies = ["read", ...fates] as const;

/** Rows and quantity read = rated + rejected + duplicate + outside + filtered, per usage meter. */
export const controlTotalsOutput: OutputTable<ControlTotal> = {
  sheet: "Control totals",
  name: "ControlTotals",
  columns: [
    { title: "Meter", width: 24, cell: ({ meter }) => textCell(meter) },
    { title: "Unit", width: 10, cell: ({ unit }) => textCell(unit) },
    ...tallies.map((tally) => ({
      title: `Rows ${tally}`,
      width: 12,
      cell: (row: ControlTotal) => ({ value: row[tally].rows, style: countStyle }),
    })),
    ...tallies.map((tally) => ({
      title: `Quantity ${tally}`,
      width: 16,
      cell: (row: ControlTotal) => ({
        value: row[tally].quantity,
        style: quantityStyle(row[tally].quantity),
      }),
    })),
  ],
  tabColor: "7F7F7F",
};
