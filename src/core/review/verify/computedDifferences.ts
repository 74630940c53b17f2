import { invoicesTable } from "../../documents/invoices.table";
import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import type { DocumentRegister, RegisteredInvoice } from "../../documents/register";
import type { Invoice } from "../../invoicing/invoice";
import { registered } from "../../invoicing/registerChanges";
import { asInCell, asInCells } from "../../money/asInCells";
import { Decimal, sum, zero } from "../../money/decimal";
import { differencesOf, type Difference } from "../seal/difference";
import type { Column } from "../../schema/column";
import type { TableDefinition } from "../../schema/table";
import { valueText } from "../../schema/valueText";
import { documentParts, notSealed } from "../seal/documentParts";
import { withKeys, type Part } from "../seal/part";
import type { ReviewBook } from "../seal/reviewBook";
import type { SealedDocument } from "../seal/sealedDocument";

const { columns } = invoicesTable;
const anyInvoices: TableDefinition = invoicesTable;
type Fields = Readonly<Record<string, unknown>>;

/** Columns that no computation says: who made it, and under which number and run. */
const notComputed: ReadonlySet<string> = new Set([
  columns.invoiceNumber.title,
  columns.preparedBy.title,
  columns.runId.title,
]);

/** Dates that are kept from when a document was approved. */
const dates: ReadonlySet<string> = new Set([columns.invoiceDate.title, columns.dueDate.title]);

/** Sentences, which another Ratebook may put in other words, and which name persons that a copy does not. */
export const wording: ReadonlySet<string> = new Set([
  invoiceLinesTable.columns.explanation.title,
  invoiceLinesTable.columns.description.title,
]);

/** A document with its figures as a workbook holds them. */
function inCells({ lines, ...document }: RegisteredInvoice): RegisteredInvoice {
  return {
    ...asInCells(document),
    lines: lines.map((line) => ({ ...line, record: asInCells(line.record) })),
  };
}

const asSealed = ({ table, key, cells }: Part) => ({
  table,
  key,
  cells,
  texts: undefined,
  hashes: new Map<boolean, string>(),
  isCut: false,
  isRedacted: false,
});

/** Whether a computed value is the same as one that a workbook holds. */
function isSameValue(column: Column<unknown>, computed: unknown, held: unknown): boolean {
  if (computed === held) return true;
  const given = asInCell(computed);
  if (given instanceof Decimal && held instanceof Decimal) return given.equals(held);
  return valueText(column, given) === valueText(column, held);
}

/** Whether records say the same, but for what no computation says and what is not sealed. */
function isSameRecord(table: TableDefinition, computed: object, held: object): boolean {
  for (const field in table.columns) {
    const column = table.columns[field]!;
    const isOpen = table === anyInvoices && (notSealed.has(field) || notComputed.has(column.title));
    if (isOpen) continue;
    if (!isSameValue(column, (computed as Fields)[field], (held as Fields)[field])) return false;
  }
  return true;
}

/** The usual answer, found without putting both into parts. */
function saysTheSame(given: RegisteredInvoice, document: RegisteredInvoice): boolean {
  return (
    given.lines.length === document.lines.length &&
    isSameRecord(anyInvoices, given, document) &&
    given.lines.every(({ record }, index) =>
      isSameRecord(invoiceLinesTable, record, document.lines[index]!.record),
    )
  );
}

export interface ComparedOptions {
  /** Its dates are those of an approval. */
  readonly keepsDates: boolean;
  /** Another version computed it. */
  readonly isOtherVersion: boolean;
}

/** In what a document differs from what its inputs give. */
export function computedDifferences(
  {
    register,
    personal,
    sha256,
  }: Pick<ReviewBook, "personal" | "sha256"> & { readonly register: DocumentRegister },
  document: RegisteredInvoice,
  computed: Invoice,
  { keepsDates, isOtherVersion }: ComparedOptions,
): Difference[] {
  const { invoiceNumber } = document;
  const again = registered({ ...computed, number: invoiceNumber }, document.at);
  if (saysTheSame(again, document)) return [];
  const given = inCells(again);
  const parts = (of: RegisteredInvoice) => withKeys(documentParts(register, of, personal));
  const sealed: SealedDocument = {
    invoiceNumber,
    seal: "",
    parts: parts(given).map(asSealed),
    salt: "",
    isEarlier: false,
    altered: [],
  };
  return differencesOf(sealed, parts(document), sha256).filter(
    ({ column, expected }) =>
      !notComputed.has(column) &&
      !(keepsDates && dates.has(column)) &&
      !(isOtherVersion && (wording.has(column) || expected === "")),
  );
}

/** In what the totals of a document that nothing computes again differ from its lines. */
export function addedUpDifferences(document: RegisteredInvoice): Difference[] {
  const { lines, subtotal, tax = zero, total, invoiceNumber: key, at } = document;
  if (lines.length === 0) return [];
  const net = sum(lines.map(({ amount }) => amount));
  const figures = [
    { column: columns.subtotal.title, expected: net, found: subtotal },
    { column: columns.total.title, expected: net.plus(tax), found: total },
  ];
  return figures.flatMap(({ column, expected, found }): Difference[] =>
    found === undefined || found.equals(expected)
      ? []
      : [
          {
            type: "changed",
            table: invoicesTable.title,
            key,
            column,
            expected: expected.toFixed(),
            found: found.toFixed(),
            at,
          },
        ],
  );
}
