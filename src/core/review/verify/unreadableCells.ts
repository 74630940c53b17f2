import { once } from "../../base/once";
import { invoicesTable } from "../../documents/invoices.table";
import type { DocumentRegister } from "../../documents/register";
import { cellAddress, type CellRef } from "../../grid/grid";
import type { Issue } from "../../issues/issue";
import type { BoundTable } from "../../schema/boundTable";
import { shownText } from "../../schema/column";
import { readRecords } from "../../schema/readRecords";
import type { Columns } from "../../schema/table";
import { viewCell } from "../../schema/viewCell";
import { sealedDocument } from "../seal/sealedDocument";
import type { SealedBook } from "./sealFacts";
import { reviewFinding, type ReviewFinding } from "../finding";

/** A cell of the register for which its row is not there for anybody who reads it. */
interface UnreadableCell {
  readonly at: CellRef;
  readonly column: string;
  readonly found: string;
}

/** The first cell of each row that cannot be read, by what the row says in some columns. */
function unreadableRows<C extends Columns>(
  bound: BoundTable<C> | undefined,
  fields: readonly (keyof C & string)[],
): ReadonlyMap<string, UnreadableCell> {
  if (!bound) return new Map();
  const issues: Issue[] = [];
  const { bad } = readRecords(
    bound,
    () => [],
    (issue) => issues.push(issue),
  );
  const titleOf = (at: CellRef) =>
    Object.entries(bound.definition.columns).find(([field]) => bound.columnOf.get(field) === at.column)?.[1]
      .title ?? "";
  return new Map(
    bad.flatMap(({ row }): [string, UnreadableCell][] => {
      const issue = issues.find(({ at, severity }) => severity === "error" && at.row === row);
      const key = fields.map((field) =>
        shownText(viewCell(bound.grid, row, bound.columnOf.get(field) ?? -1)),
      );
      return issue ? [[key.join("/"), { at: issue.at, column: titleOf(issue.at), found: issue.value }]] : [];
    }),
  );
}

/**
 * Says of what seems to be gone that its row is there, and which cell of it cannot be read: "n/a" typed over a Total takes
 * the whole document away.
 */
export function namingUnreadable(
  book: SealedBook & { readonly register: DocumentRegister },
): (finding: ReviewFinding) => ReviewFinding {
  const { invoicesBound, linesBound } = book.register;
  const documents = once(() => unreadableRows(invoicesBound, ["invoiceNumber"]));
  const lines = once(() => unreadableRows(linesBound, ["invoiceNumber", "line"]));
  return (finding) => {
    const { code, invoice, table, key } = finding;
    const isDocument = code === "DOCUMENT_MISSING" && invoice !== "";
    if (!isDocument && code !== "LINE_MISSING") return finding;
    const cell = isDocument ? documents().get(invoice) : lines().get(key);
    if (!cell) return finding;
    const { at, column, found } = cell;
    const message = `${column} of ${isDocument ? invoice : `line ${key}`} cannot be read, so that nothing of its row counts`;
    if (!isDocument) return { ...finding, sheet: at.sheet, cell: cellAddress(at), column, found, message };
    const sealed = sealedDocument(book.seals.of(invoice), book.sha256);
    const part = sealed?.parts.find((candidate) => candidate.table === invoicesTable.title);
    const expected = part?.cells.find((candidate) => candidate.column === column)?.value ?? "";
    return reviewFinding("CELL_CHANGED", { invoice, table, key, column, expected, found, at, message });
  };
}
