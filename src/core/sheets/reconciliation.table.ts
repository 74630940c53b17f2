import { groupBy } from "../base/groupBy";
import { type Snapshot } from "../grid/grid";
import { findingKey, type Finding } from "../reconciliation/finding";
import { bindTable, viewCell, type BoundTable } from "../schema/bind";
import { idColumn, moneyColumn, required, shownText, textColumn } from "../schema/column";
import { outputMapping } from "../schema/outputSheet";
import { defineTable } from "../schema/table";
import { unheard } from "../issues/issue";

/** The report; read again for the key of a finding and what people wrote beside it. */
const reconciliationDefinition = {
  title: "Reconciliation",
  synonyms: ["Reconciliation report"],
  help: "What was found when usage, contracts and invoices were compared; Status, Owner and Comment are yours.",
  columns: {
    check: textColumn({ title: "Check", help: "the block: what is compared with what" }),
    code: required(textColumn({ title: "Code", help: "what was found; empty in the rows of totals" })),
    severity: textColumn({ title: "Severity", help: "error, warning or info" }),
    customerId: idColumn({ title: "Customer ID", help: "the customer concerned" }),
    contractId: idColumn({ title: "Contract ID", help: "the contract concerned" }),
    invoiceNumber: idColumn({ title: "Invoice number", help: "the document concerned" }),
    period: textColumn({ title: "Period", help: "the days concerned" }),
    meter: textColumn({ title: "Meter", help: "the meter concerned" }),
    expected: moneyColumn({ title: "Expected", help: "what usage and contract give" }),
    found: moneyColumn({ title: "Found", help: "what the documents say" }),
    difference: moneyColumn({ title: "Difference", help: "Expected − Found; positive is under-billed" }),
    currency: textColumn({ title: "Currency", help: "of the three amounts" }),
    cause: textColumn({
      title: "Cause",
      help: "a plain sentence; Total under-billed and Total over-billed close each block",
    }),
    source: textColumn({ title: "Source", help: "a link to the cell to look at" }),
    status: textColumn({ title: "Status", help: "yours: Open, Explained or Fixed" }),
    owner: textColumn({ title: "Owner", help: "yours: who looks after it" }),
    comment: textColumn({ title: "Comment", help: "yours: what was found out" }),
  },
  examples: [],
} as const;

export const reconciliationTable = defineTable(reconciliationDefinition);

/** What a file that was imported says otherwise than the workbook: the same columns on a sheet of its own. */
export const importFindingsTable = defineTable({
  ...reconciliationDefinition,
  title: "Import findings",
  synonyms: [],
});

/** What people wrote beside a finding. */
export interface Notes {
  /** Row of the last report, for columns that people added. */
  readonly oldRow: number | undefined;
  readonly status: string;
  readonly owner: string;
  readonly comment: string;
}

export const noNotes: Notes = { oldRow: undefined, status: "Open", owner: "", comment: "" };

type Bound = BoundTable<(typeof reconciliationTable)["columns"]>;

export function bindReconciliation(snapshot: Snapshot): Bound | undefined {
  return bindTable(reconciliationTable, snapshot, outputMapping(reconciliationTable, snapshot), unheard);
}

/** A row of the last report: what tells its finding again, and what people wrote beside it. */
interface NotedRow {
  readonly key: string;
  readonly cause: string;
  readonly notes: Notes;
}

function notedRows(bound: Bound): NotedRow[] {
  const rows: NotedRow[] = [];
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const read = (field: keyof Bound["definition"]["columns"]) =>
      shownText(viewCell(bound.grid, row, bound.columnOf.get(field) ?? -1));
    const key = [
      read("code"),
      read("customerId"),
      read("contractId"),
      read("invoiceNumber"),
      read("period"),
      read("meter"),
    ].join("|");
    rows.push({
      key,
      cause: read("cause"),
      notes: {
        oldRow: row,
        status: read("status") || noNotes.status,
        owner: read("owner"),
        comment: read("comment"),
      },
    });
  }
  return rows;
}

/**
 * What people wrote in the last report beside each finding. Findings about the same, as two fees of a month that no
 * invoice bills, are told apart by their cause; where that changed, notes go to a finding that alone is about the same.
 */
export function readNotes(
  bound: Bound | undefined,
  findings: readonly Finding[],
): ReadonlyMap<Finding, Notes> {
  const rowsOf = groupBy(bound ? notedRows(bound) : [], ({ key }) => key);
  if (rowsOf.size === 0) return new Map();
  const rivalsOf = groupBy(findings, findingKey);
  return new Map(
    findings.flatMap((finding): [Finding, Notes][] => {
      const key = findingKey(finding);
      const rows = rowsOf.get(key) ?? [];
      const isAlone = rows.length === 1 && rivalsOf.get(key)?.length === 1;
      const row = rows.find(({ cause }) => cause === finding.cause) ?? (isAlone ? rows[0] : undefined);
      return row ? [[finding, row.notes]] : [];
    }),
  );
}
