import type { Catalog, Customer } from "../../catalog/records";
import { customersTable } from "../../catalog/customers.table";
import type { CatalogTables } from "../../catalog/readTables";
import { taxCodesTable, type TaxCodeRecord } from "../../catalog/taxCodes.table";
import { taxRateOn } from "../../catalog/taxRates";
import type { RegisteredInvoice } from "../../documents/register";
import { cellAddress, type CellRef, type Snapshot } from "../../grid/grid";
import { makeIssue, type Issue, type Severity } from "../../issues/issue";
import { cellOf } from "../../schema/readRecords";
import { settingDefinitions } from "../../settings/definitions";
import { settingCells } from "../../settings/settingCells";
import type { Settings } from "../../settings/settings";
import { countryCodeOf } from "../../sheets/invoiceSheet/countries";
import { countryDemands } from "./countries";

/** What the check reads of a book. */
export interface RequiredOf {
  readonly settings: Settings;
  readonly tables: Pick<CatalogTables, "customers" | "taxCodes">;
  readonly catalog: Pick<Catalog, "customers" | "taxCodes">;
}

type SettingKey = keyof typeof settingDefinitions;
type CustomerField = keyof typeof customersTable.columns;

/** No tax is charged, for a reason that the invoice must give. */
const NEEDS_REASON = new Set(["E", "AE", "K", "G", "O"]);
/** The buyer owes the tax. */
const NEEDS_BUYER = new Set(["AE", "K"]);

const isEmpty = (value: unknown) => value === undefined || (typeof value === "string" && value.trim() === "");

interface Missing {
  readonly field: string;
  readonly at: CellRef;
  readonly severity: Severity;
  readonly invoiceNumber: string;
}

/** The row of Tax codes behind each line of a document. */
function taxRecords(
  { lines, invoiceDate = Infinity }: RegisteredInvoice,
  { taxCodes }: RequiredOf["catalog"],
) {
  return lines.flatMap(({ taxCode = "", period }): TaxCodeRecord[] => {
    const rates = taxCodes.get(taxCode) ?? [];
    const record = taxRateOn(rates, Math.min(period?.to ?? Infinity, invoiceDate)) ?? rates[0];
    return record ? [record] : [];
  });
}

/** What a document lacks of its seller, its buyer and its reasons. */
function missingOf(
  document: RegisteredInvoice,
  book: RequiredOf,
  settingAt: (key: SettingKey) => CellRef,
  country: string,
): Missing[] {
  const { settings, catalog, tables } = book;
  const { invoiceNumber } = document;
  const demands = countryDemands.get(country) ?? { seller: [], buyer: [] };
  const records = taxRecords(document, catalog);
  const customer: Partial<Customer> = catalog.customers.get(document.customerId ?? "") ?? {};
  const row = tables.customers.good.find(({ customerId }) => customerId === document.customerId)?.row;
  const { bound } = tables.customers;
  const isTaxed = document.tax?.isZero() === false;
  const owes = records.some(({ category = "" }) => NEEDS_BUYER.has(category));

  const seller = (key: SettingKey, severity: Severity): Missing[] =>
    isEmpty(settings[key as keyof Settings])
      ? [{ field: `Settings.${settingDefinitions[key].title}`, at: settingAt(key), severity, invoiceNumber }]
      : [];
  const buyer = (key: CustomerField & keyof Customer, severity: Severity): Missing[] => {
    const at = bound && row !== undefined ? cellOf(bound, row, key) : document.at;
    return isEmpty(customer[key])
      ? [{ field: `Customers.${customersTable.columns[key].title}`, at, severity, invoiceNumber }]
      : [];
  };
  const hasAddress = !isEmpty(settings.companyAddress);
  const street = hasAddress ? [] : (["companyStreet", "companyPostalCode", "companyCity"] as const);
  const taxId = "companyTaxId" as const;
  return [
    ...seller("companyName", "error"),
    ...street.flatMap((key) => seller(key, "error")),
    ...(isTaxed ? seller(taxId, "error") : []),
    ...(isEmpty(document.customerName) ? buyer("customerName", "error") : []),
    ...buyer("addressLine1", "error"),
    ...buyer("city", "error"),
    ...(owes ? buyer("taxId", "error") : []),
    ...demands.seller.filter((key) => !(isTaxed && key === taxId)).flatMap((key) => seller(key, "warning")),
    ...demands.buyer.filter((key) => !(owes && key === "taxId")).flatMap((key) => buyer(key, "warning")),
    ...reasons(records, tables.taxCodes, invoiceNumber),
  ];
}

/** Tax codes without tax and without the reason for it. */
function reasons(
  records: readonly TaxCodeRecord[],
  { bound }: CatalogTables["taxCodes"],
  invoiceNumber: string,
): Missing[] {
  const field = `Tax codes.${taxCodesTable.columns.exemptionReason.title}`;
  return records
    .filter(({ category = "", exemptionReason, exemptionCode }) => {
      return NEEDS_REASON.has(category) && isEmpty(exemptionReason) && isEmpty(exemptionCode);
    })
    .flatMap((record) =>
      bound
        ? [
            {
              field,
              at: cellOf(bound, record.row, "exemptionReason"),
              severity: "error" as const,
              invoiceNumber,
            },
          ]
        : [],
    );
}

const countryOf = ({ companyCountry }: Settings): string | undefined => {
  const country = countryCodeOf(companyCountry);
  return country !== undefined && countryDemands.has(country) ? country : undefined;
};

/** Whether the seller's country is one whose law is known here. */
export const hasDemands = (settings: Settings): boolean => countryOf(settings) !== undefined;

/**
 * What documents must say by the law of the seller's country and do not, once a cell: names, addresses, tax numbers and
 * reasons as errors, what else the country asks for as warnings. Without a country nothing is asked.
 */
export function missingFields(
  documents: readonly RegisteredInvoice[],
  snapshot: Snapshot,
  book: RequiredOf,
): Issue[] {
  const country = countryOf(book.settings);
  if (country === undefined) return [];
  const settingAt = settingCells(snapshot, book.settings);
  const found = documents.flatMap((document) => missingOf(document, book, settingAt, country));
  const keyOf = ({ field, at }: Missing) => `${field} ${at.sheet} ${cellAddress(at)}`;
  const firsts = new Map([...found].reverse().map((missing) => [keyOf(missing), missing]));
  return [...firsts.values()].reverse().map(({ field, at, severity, invoiceNumber }) => {
    const words = { field, country };
    return makeIssue("FIELD_MISSING", { at, value: invoiceNumber, severity, words });
  });
}
