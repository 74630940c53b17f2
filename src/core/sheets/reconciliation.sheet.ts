import { formatPeriod } from "../calendar/period";
import { cellAddress } from "../grid/grid";
import { zero, type Decimal } from "../money/decimal";
import { blocks, checkTitles, findingCodes, type CheckId, type Finding } from "../reconciliation/finding";
import type { Reconciliation } from "../reconciliation/reconcile";
import { DOCUMENT_NUMBER_WIDTH, FIRST_ROW } from "./layout";
import { columnLetter, defineOutputSheet, outputSheetsOf } from "./outputSheet";
import type { PlannedCell } from "./plan";
import {
  bindReconciliation,
  importFindingsTable,
  noNotes,
  readNotes,
  reconciliationTable,
  type Notes,
} from "./reconciliation.table";
import type { ReportInput } from "./receivables/reportInput";
import { amountStyle, boldAmountStyle, boldText } from "./styles";
import { linkTo, textCell, type OutputColumn } from "./tableSheet";

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
function reportRows(
  { findings, totals }: Reconciliation,
  notes: ReadonlyMap<Finding, Notes>,
  currency: string,
): ReportRow[] {
  const rows: ReportRow[] = [];
  for (const check of blocks) {
    const first = rows.length;
    for (const finding of findings) {
      if (findingCodes[finding.code].check !== check) continue;
      rows.push({ kind: "finding", finding, notes: notes.get(finding) ?? noNotes });
    }
    const blockRows = [first, rows.length - 1] as const;
    const checkTotals = totals.filter((total) => total.check === check);
    const shown =
      checkTotals.length > 0 ? checkTotals : [{ check, currency, underBilled: zero, overBilled: zero }];
    for (const total of shown) {
      const base = { kind: "total" as const, check, currency: total.currency, blockRows };
      rows.push({ ...base, words: "Total under-billed", amount: total.underBilled, isUnder: true });
      rows.push({ ...base, words: "Total over-billed", amount: total.overBilled.negated(), isUnder: false });
    }
  }
  return rows;
}

type Cell = OutputColumn<ReportRow, unknown>["cell"];

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
  const area = (field: "difference" | "currency") => {
    const letter = columnLetter(reconciliationTable, field);
    return `$${letter}$${String(first + FIRST_ROW + 1)}:$${letter}$${String(last + FIRST_ROW + 1)}`;
  };
  const differences = area("difference");
  const sign = row.isUnder ? '">0"' : '"<0"';
  return {
    value: row.amount,
    style,
    formula: `ROUND(SUMIFS(${differences},${area("currency")},"${row.currency}",${differences},${sign}),4)`,
  };
}

function sourceCell(row: ReportRow): PlannedCell | null {
  const source = row.kind === "finding" ? row.finding.source : undefined;
  return source ? { value: `${source.sheet}!${cellAddress(source)}`, ...linkTo(source) } : null;
}

const blockOf = (row: ReportRow): CheckId =>
  row.kind === "finding" ? findingCodes[row.finding.code].check : row.check;

const look = {
  table: reconciliationTable,
  written: "always",
  tabColor: "548235",
  oldRow: (row: ReportRow) => (row.kind === "finding" ? row.notes.oldRow : undefined),
  columns: {
    check: { width: 18, cell: (row: ReportRow) => textCell(checkTitles[blockOf(row)]) },
    code: { width: 26, cell: ofFinding(({ code }) => code) },
    severity: { width: 9, cell: ofFinding(({ severity }) => severity) },
    customerId: { width: 12, cell: ofFinding(({ customerId }) => customerId) },
    contractId: { width: 12, cell: ofFinding(({ contractId }) => contractId) },
    invoiceNumber: { width: DOCUMENT_NUMBER_WIDTH, cell: ofFinding(({ invoiceNumber }) => invoiceNumber) },
    period: { width: 22, cell: ofFinding(({ period }) => (period ? formatPeriod(period) : "")) },
    meter: { width: 18, cell: ofFinding(({ meter }) => meter) },
    expected: { width: 14, cell: amountOf("expected") },
    found: { width: 14, cell: amountOf("found") },
    difference: { width: 14, cell: differenceCell },
    currency: {
      width: 9,
      cell: (row: ReportRow) => textCell(row.kind === "finding" ? row.finding.currency : row.currency),
    },
    cause: {
      width: 70,
      cell: (row: ReportRow) =>
        row.kind === "finding" ? textCell(row.finding.cause) : { value: row.words, style: boldText },
    },
    source: { width: 20, cell: sourceCell },
    status: { width: 11, cell: ofNotes("status") },
    owner: { width: 14, cell: ofNotes("owner"), isTyped: true },
    comment: { width: 30, cell: ofNotes("comment"), isTyped: true },
  },
} as const;

export const reconciliationSheet = defineOutputSheet({
  ...look,
  rows: ({ reconciliation, snapshot, settings }) => {
    const notes = readNotes(bindReconciliation(snapshot), reconciliation.findings);
    return reportRows(reconciliation, notes, settings.currency);
  },
});

/** The same sheet with what a file of another system says differently, in a workbook of its own. */
export const fileFindingsSheet = outputSheetsOf<ReportInput<readonly Finding[]>>()({
  ...look,
  rows: ({ report }): ReportRow[] => report.map((finding) => ({ kind: "finding", finding, notes: noNotes })),
});

/** What an import found, in the workbook that it writes; a later import writes its own in place of these. */
export const importFindingsSheet = outputSheetsOf<ReportInput<readonly Finding[]>>()({
  ...look,
  table: importFindingsTable,
  rows: ({ report }): ReportRow[] => report.map((finding) => ({ kind: "finding", finding, notes: noNotes })),
});
