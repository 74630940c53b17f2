import { accountsTable, type AccountKind } from "../../catalog/accounts.table";
import type { CellRef } from "../../grid/grid";
import type { AccountField, Mapped } from "./accounts";
import { invoiceAt, lineAt, type ExportDocument, type ExportLine } from "./exportDocument";
import { withFault, type Field } from "./field";
import type { Fault } from "./fault";

const KIND_NAMES: Readonly<Record<AccountKind, string>> = {
  revenue: "Revenue",
  tax: "Tax",
  receivable: "Receivable",
  deferred: "Deferred",
  customer: "Customer",
};

interface Wanted {
  readonly kind: AccountKind;
  readonly field: AccountField;
  readonly mapped: Mapped;
  /** The cell of what is mapped, where no row maps it. */
  readonly at: CellRef;
  readonly of: string;
  readonly fallback?: string;
  readonly isNeeded: boolean;
}

function accountField({ kind, field, mapped, at, of, fallback = "", isNeeded }: Wanted): Field {
  const column = accountsTable.columns[field].title;
  const origin = `${accountsTable.title}.${column}`;
  const told = mapped.record?.[field] ?? "";
  const text = told === "" ? fallback : told;
  const found: Field = { text, kind: "name", origin, at: mapped.at(field) ?? at, faults: [] };
  const code: Fault["code"] | undefined = mapped.isAmbiguous ? "AMBIGUOUS_MAPPING" : undefined;
  if (code)
    return withFault(found, code, `two rows of Accounts map ${KIND_NAMES[kind]} of ${of}; keep one of them`);
  if (text !== "" || !isNeeded) return found;
  const row = mapped.record
    ? `the row of Accounts that maps it has no ${column}`
    : "Accounts has no row for it";
  return withFault(found, "NO_MAPPING", `${KIND_NAMES[kind]} of ${of}: ${row}`);
}

function ofLine({ record: { product }, taxCode }: ExportLine, { record, currency }: ExportDocument) {
  return { product, taxCode, customerId: record.customerId, currency };
}

/** How something of a line's revenue is called there; an account is needed, and the price's is the default. */
export function revenueField(
  line: ExportLine,
  document: ExportDocument,
  field: "account" | "item" | "class",
  isNeeded = field === "account",
): Field {
  const { source } = document;
  const mapped = source.accounts.find("revenue", ofLine(line, document));
  const at = lineAt(source, line.record, "product");
  const of = line.record.product ?? `line ${String(line.record.line ?? "")}`;
  const fallback = field === "account" ? source.revenueAccountOf(line.record) : "";
  return accountField({ kind: "revenue", field, mapped, at, of, fallback, isNeeded });
}

/** The item of a line there; its product where none is mapped. */
export function itemField(line: ExportLine, document: ExportDocument): Field {
  const item = revenueField(line, document, "item");
  return item.text === "" ? { ...item, text: line.record.product ?? "" } : item;
}

/** The account for what a line bills of later months; undefined where Accounts has no such row for it. */
export function deferredField(line: ExportLine, document: ExportDocument): Field | undefined {
  const { source } = document;
  const mapped = source.accounts.find("deferred", ofLine(line, document));
  if (!mapped.record) return undefined;
  const at = lineAt(source, line.record, "product");
  return accountField({
    kind: "deferred",
    field: "account",
    mapped,
    at,
    of: line.record.product ?? "",
    isNeeded: true,
  });
}

/** How a line's tax code is called there, or its account; "" for a line without a code. */
export function taxField(
  line: ExportLine,
  document: ExportDocument,
  field: "account" | "taxName",
  isNeeded = true,
): Field {
  const { source } = document;
  const at = lineAt(source, line.record, "taxCode");
  if (line.taxCode === "")
    return { text: "", kind: "name", origin: "Invoice lines.Tax code", at, faults: [] };
  const mapped = source.accounts.find("tax", ofLine(line, document));
  return accountField({ kind: "tax", field, mapped, at, of: line.taxCode, isNeeded });
}

/** The account of what the customer owes. */
export function receivableField(document: ExportDocument): Field {
  const { source, record, currency } = document;
  const mapped = source.accounts.find("receivable", { customerId: record.customerId, currency });
  const at = invoiceAt(source, record, "customerId");
  return accountField({
    kind: "receivable",
    field: "account",
    mapped,
    at,
    of: record.customerId ?? "",
    isNeeded: true,
  });
}

/** The customer's number there, or the site that is billed. */
export function customerAccountField(document: ExportDocument, field: "account" | "site"): Field {
  const { source, record, currency } = document;
  const mapped = source.accounts.find("customer", { customerId: record.customerId, currency });
  const at = invoiceAt(source, record, "customerId");
  return accountField({ kind: "customer", field, mapped, at, of: record.customerId ?? "", isNeeded: true });
}
