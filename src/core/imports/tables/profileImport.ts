import { validDay } from "../../calendar/day";
import { customersTable } from "../../catalog/customers.table";
import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import { sourceNamed } from "../../exports/profiles/profileSource";
import { readProfile, type ExportProfile, type ProfileColumn } from "../../exports/profiles/readProfile";
import type { Snapshot } from "../../grid/grid";
import { Decimal } from "../../money/decimal";
import type { Column } from "../../schema/column";
import type { TableDefinition } from "../../schema/table";
import type { PlannedCell } from "../../sheets/plan";
import { dateStyle } from "../../sheets/styles";
import { refused, type Import, type ImportResult } from "../import";
import { addTableRows, importedTables } from "./addTableRows";
import { parseCsv } from "./parseCsv";
import { dateCell, numberCell, unguarded } from "./tableRows";

/** A date that was written in a format of D, M and Y. */
function dateIn(format: string, text: string): PlannedCell | undefined {
  const parts = [...format.matchAll(/Y{4}|YY|M{1,2}|D{1,2}/gi)].map(([part]) => part[0]!.toLowerCase());
  const digits = [...text.matchAll(/\d+/g)].map(([part]) => Number(part));
  // Without signs between them the parts have the lengths of the format.
  const fixed = /^[a-z]+$/i.test(format)
    ? [...format.matchAll(/Y{4}|YY|MM|DD/gi)].map((part) =>
        Number(text.slice(part.index, part.index + part[0].length)),
      )
    : digits;
  const valueOf = (part: string) => fixed[parts.indexOf(part)] ?? Number.NaN;
  const year = valueOf("y");
  const day = validDay(year < 100 ? 2000 + year : year, valueOf("m"), valueOf("d"));
  return day === undefined ? undefined : { value: day, style: dateStyle };
}

function cellOf(
  text: string,
  column: Column<unknown>,
  { format }: ProfileColumn,
  { decimal }: ExportProfile,
): PlannedCell | null {
  if (text === "") return null;
  if (column.kind === "day")
    return (format ? dateIn(format, text) : undefined) ?? dateCell(text) ?? { value: text };
  if (column.kind === "moment") return dateCell(text) ?? { value: text };
  if (column.kind === "text" || column.kind === "id" || column.kind === "choice")
    return { value: unguarded(text) };
  const plain = text.replace(decimal, ".");
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? numberCell(new Decimal(plain), column.kind) : { value: text };
}

/** Tables that a file is read back into, with what tells their rows apart: Invoices may have said it for the others. */
const TABLES: readonly (readonly ["invoice" | "line" | "customer", TableDefinition, key: string])[] = [
  ["customer", customersTable, "customerId"],
  ["invoice", invoicesTable, "invoiceNumber"],
  ["line", invoiceLinesTable, "invoiceNumber"],
];

const textOfRow = (cells: readonly (PlannedCell | null)[]) =>
  cells.map((cell) => cell?.value.toString() ?? "").join("\u001f");

/** Documents and customers are on every row of their lines: each is one row of its table. */
function once(rows: readonly (readonly (PlannedCell | null)[])[], isOfLines: boolean) {
  return isOfLines ? rows : [...new Map(rows.map((cells) => [textOfRow(cells), cells])).values()];
}

function readFile(profile: ExportProfile, text: string, snapshot: Snapshot): ImportResult {
  const records = parseCsv(text, profile.separator);
  if (!records) return refused("a quote is never closed");
  const body = profile.hasHeader ? records.slice(1) : records;
  const columns = profile.columns.flatMap((column, index) => {
    const source = sourceNamed(column.source ?? "");
    return source && source.kind !== "setting" ? [{ column, index, source }] : [];
  });
  const parts = TABLES.flatMap(([kind, definition, key]) => {
    const told = columns.filter(({ source }) => source.kind === kind);
    const isKeyTold = told.some(({ source }) => source.field === key);
    const ofInvoice = columns.filter(({ source }) => source.kind === "invoice" && source.field === key);
    const named = isKeyTold ? told : [...ofInvoice.slice(0, 1), ...told];
    if (told.length === 0 || body.length === 0 || !named.some(({ source }) => source.field === key))
      return [];
    const rows = body.map((fields) =>
      named.map(({ column, index, source }) =>
        cellOf(fields[index]?.text ?? "", source.column, column, profile),
      ),
    );
    const headers = named.map(({ source }) => source.column.title);
    const file = { title: definition.title, headers, rows: once(rows, kind === "line") };
    return [{ table: definition.title, added: addTableRows(definition, file, snapshot) }];
  });
  return importedTables(parts, body.length);
}

/** The import of a profile's files; undefined where the workbook has no profile of that name. */
export function profileImport(snapshot: Snapshot, name: string): Import | undefined {
  const found = readProfile(snapshot, name);
  if (!found) return undefined;
  return {
    id: name,
    title: name,
    help: "Files of a profile of this workbook.",
    read: ({ file, snapshot: book }) =>
      found.ok ? readFile(found.profile, file.text, book) : refused(found.reason),
  };
}
