import { formatPeriod } from "../calendar/period";
import { cellAddress, type Grid, type Snapshot } from "../grid/grid";
import { zero, type Decimal } from "../money/decimal";
import { checkTitles, findingCodes, findingKey, type CheckId, type Finding } from "../reconciliation/finding";
import type { Reconciliation } from "../reconciliation/reconcile";
import { bindTable, viewCell, type BoundTable } from "../schema/bind";
import { idColumn, required, shownText, textColumn } from "../schema/column";
import { defineTable } from "../schema/table";
import {
  columnLetter,
  FIRST_ROW,
  linkTo,
  textCell,
  type OutputColumn,
  type OutputTable,
} from "./outputTable";
import type { PlannedCell } from "./plan";
import { amountStyle, boldAmountStyle, boldText } from "./styles";

/** The columns by which an earlier report is read again: the key of a finding and what people wrote beside it. */
export const reconciliationTable = defineTable({
  title: "Reconciliation",
  synonyms: ["Reconciliation report"],
  help: "What was found when usage, contracts and invoices were compared; Status, Owner and Comment are yours.",
  columns: {
    code: required(textColumn({ title: "Code", help: "what was found" })),
    customerId: idColumn({ title: "Customer ID", help: "the customer concerned" }),
    contractId: idColumn({ title: "Contract ID", help: "the contract concerned" }),
    invoiceNumber: idColumn({ title: "Invoice number", help: "the document concerned" }),
    period: textColumn({ title: "Period", help: "the days concerned" }),
    meter: textColumn({ title: "Meter", help: "the meter concerned" }),
    status: textColumn({ title: "Status", help: "Open, Explained or Fixed" }),
    owner: textColumn({ title: "Owner", help: "who looks after it" }),
    comment: textColumn({ title: "Comment", help: "what was found out" }),
  },
  examples: [],
});

/** What people wrote beside a finding. */
interface Notes {
  /** Row of the last report, for columns that people added. */
  readonly oldRow: number | undefined;
  readonly status: string;
  readonly owner: string;
  readonly comment: string;
}

const noNotes: Notes = { oldRow: undefined, status: "Open", owner: "", comment: "" };

type Bound = BoundTable<(typeof reconciliationTable)["columns"]>;

export function bindReconciliation(snapshot: Snapshot): Bound | undefined {
  return bindTable(reconciliationTable, snapshot, new Map(), () => undefined);
}

/** Notes of the last report by the finding's key. */
export function readNotes(bound: Bound | undefined): ReadonlyMap<string, Notes> {
  const notes = new Map<string, Notes>();
  if (!bound) return notes;
  const text = (grid: Grid, row: number, field: keyof Bound["definition"]["columns"]) =>
    shownText(viewCell(grid, row, bound.columnOf.get(field) ?? -1));
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const read = (field: keyof Bound["definition"]["columns"]) => text(bound.grid, row, field);
    const key = [
      read("code"),
      read("customerId"),
      read("contractId"),
      read("invoiceNumber"),
      read("period"),
      read("meter"),
    ].join("|");
    notes.set(key, {
      oldRow: row,
      status: read("status") || noNotes.status,
      owner: read("owner"),
      comment: read("comment"),
    });
  }
  return notes;
}

/** A finding, or a total at the end of a block. */
type ReportRow =
  | { readonly kind: "finding"; readonly finding: Finding; readonly notes: Notes }
  | {
      readonly kind: "total";
      readonly check: CheckId;
      readonly words: string;
      readonly currency: string;
      readonly amount: Decimal;
      readonly isUnder: boolean;
      readonly blockRows: readonly [number, number];
    };

/** Blocks in order, each closed by its totals of under- and over-billing per currency. */
export function reportRows(
  { findings, totals }: Reconciliation,
  notes: ReadonlyMap<string, Notes>,
  currency: string,
): ReportRow[] {
  const rows: ReportRow[] = [];
  for (const check of ["usage", "contract"] as const) {
    const first = rows.length;
    for (const each of findings) {
      if (findingCodes[each.code].check !== check) continue;
      rows.push({ kind: "finding", finding: each, notes: notes.get(findingKey(each)) ?? noNotes });
    }
    const blockRows = [first, rows.length - 1] as const;
    const own = totals.filter((total) => total.check === check);
    const shown = own.length > 0 ? own : [{ check, currency, underBilled: zero, overBilled: zero }];
    for (const total of shown) {
      const base = { kind: "total" as const, check, currency: total.currency, blockRows };
      rows.push({ ...base, words: "Total under-billed", amount: total.underBilled, isUnder: true });
      rows.push({ ...base, words: "Total over-billed", amount: total.overBilled.negated(), isUnder: false });
    }
  }
  return rows;
}

type Cell = OutputColumn<ReportRow>["cell"];

const ofFinding =
  (text: (finding: Finding) => string): Cell =>
  (row) =>
    row.kind === "finding" ? textCell(text(row.finding)) : null;
const ofNotes =
  (field: "status" | "owner" | "comment"): Cell =>
  (row) =>
    row.kind === "finding" ? textCell(row.notes[field]) : null;

const amountOf =
  (field: "expected" | "found"): Cell =>
  (row) =>
    row.kind === "finding" ? { value: row.finding[field], style: amountStyle(row.finding.currency) } : null;

/** A total re-adds its block's differences of one sign and currency. */
function differenceCell(row: ReportRow): PlannedCell {
  if (row.kind === "finding")
    return { value: row.finding.difference, style: amountStyle(row.finding.currency) };
  const style = boldAmountStyle(row.currency);
  const [first, last] = row.blockRows;
  if (last < first) return { value: row.amount, style };
  const area = (title: string) => {
    const letter = columnLetter(columns, title);
    return `$${letter}$${String(first + FIRST_ROW + 1)}:$${letter}$${String(last + FIRST_ROW + 1)}`;
  };
  const differences = area("Difference");
  const sign = row.isUnder ? '">0"' : '"<0"';
  return {
    value: row.amount,
    style,
    formula: `ROUND(SUMIFS(${differences},${area("Currency")},"${row.currency}",${differences},${sign}),4)`,
  };
}

const columns: readonly OutputColumn<ReportRow>[] = [
  {
    title: "Check",
    width: 18,
    cell: (row) =>
      textCell(checkTitles[row.kind === "finding" ? findingCodes[row.finding.code].check : row.check]),
  },
  { title: "Code", width: 26, cell: ofFinding(({ code }) => code) },
  { title: "Severity", width: 9, cell: ofFinding(({ severity }) => severity) },
  { title: "Customer ID", width: 12, cell: ofFinding(({ customerId }) => customerId) },
  { title: "Contract ID", width: 12, cell: ofFinding(({ contractId }) => contractId) },
  { title: "Invoice number", width: 24, cell: ofFinding(({ invoiceNumber }) => invoiceNumber) },
  { title: "Period", width: 22, cell: ofFinding(({ period }) => (period ? formatPeriod(period) : "")) },
  { title: "Meter", width: 18, cell: ofFinding(({ meter }) => meter) },
  { title: "Expected", width: 14, cell: amountOf("expected") },
  { title: "Found", width: 14, cell: amountOf("found") },
  { title: "Difference", width: 14, cell: differenceCell },
  {
    title: "Currency",
    width: 9,
    cell: (row) => textCell(row.kind === "finding" ? row.finding.currency : row.currency),
  },
  {
    title: "Cause",
    width: 70,
    cell: (row) =>
      row.kind === "finding" ? textCell(row.finding.cause) : { value: row.words, style: boldText },
  },
  {
    title: "Source",
    width: 20,
    cell: (row) => {
      const source = row.kind === "finding" ? row.finding.source : undefined;
      return source ? { value: `${source.sheet}!${cellAddress(source)}`, ...linkTo(source) } : null;
    },
  },
  { title: "Status", width: 11, cell: ofNotes("status") },
  { title: "Owner", width: 14, cell: ofNotes("owner") },
  { title: "Comment", width: 30, cell: ofNotes("comment") },
];

/** Row of the last report that a row continues. */
export function oldRowOf(row: ReportRow): number | undefined {
  return row.kind === "finding" ? row.notes.oldRow : undefined;
}

export const reconciliationOutput: OutputTable<ReportRow> = {
  sheet: "Reconciliation",
  name: "Reconciliation",
  columns,
  tabColor: "548235",
};
