import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import { FIRST_DAY } from "../../calendar/day";
import type { ContractRecord } from "../../catalog/contracts.table";
import type { CustomerRecord } from "../../catalog/customers.table";
import type { PriceRecord } from "../../catalog/prices.table";
import { readCatalogTables, type CatalogTables } from "../../catalog/readTables";
import { taxRatesByCode, taxRateOn } from "../../catalog/taxRates";
import type { TaxCodeRecord } from "../../catalog/taxCodes.table";
import {
  readRegister,
  type DocumentRegister,
  type RegisteredInvoice,
  type RegisteredLine,
} from "../../documents/register";
import { termsOfDocument } from "../../documents/termsOfDocument";
import type { CellRef, Snapshot } from "../../grid/grid";
import { collectIssues } from "../../issues/collectIssues";
import type { Issue, Report } from "../../issues/issue";
import { asInput, bindTable } from "../../schema/bind";
import { readRecords } from "../../schema/readRecords";
import { mappingFor } from "../../settings/mapping";
import { unitsTable } from "../../catalog/units.table";
import { readSettings } from "../../settings/readSettings";
import type { SettingName } from "../../settings/definitions";
import { settingCells } from "../../settings/settingCells";
import type { Settings } from "../../settings/settings";
import { readAccounts, type Accounts } from "./accounts";

/** All that an export reads of a workbook, for one target. */
export interface ExportSource {
  readonly target: string;
  readonly settings: Settings;
  /** Where a setting is; the sheet's first cell where it is not written. */
  readonly settingAt: (name: SettingName) => CellRef;
  readonly register: DocumentRegister;
  readonly tables: CatalogTables;
  readonly accounts: Accounts;
  readonly customerOf: (id: string | undefined) => Partial<CustomerRecord> | undefined;
  readonly termsOf: (document: RegisteredInvoice) => string;
  readonly taxCodeOf: (code: string, day: number) => TaxCodeRecord | undefined;
  /** Codes of Units by the unit's name. */
  readonly unitCodes: ReadonlyMap<string, string>;
  readonly revenueAccountOf: (line: RegisteredLine) => string;
  /** What was found in the tables that documents are made from. */
  readonly issues: readonly Issue[];
}

/** Rows as far as they can be read, also those of which something cannot. */
function partly<R extends object>(table: {
  readonly good: readonly R[];
  readonly bad: readonly { readonly fields: Partial<R> }[];
}) {
  return [...table.good, ...table.bad.map(({ fields }) => fields)] as readonly Partial<R>[];
}

/** The terms as somebody typed them: what stands for the whole contract is what its last row says of it. */
function termsBy({ contracts }: CatalogTables, customerOf: ExportSource["customerOf"], settings: Settings) {
  const byId = groupBy(partly<ContractRecord>(contracts), ({ contractId }) => contractId);
  const startOf = ({ startDate = FIRST_DAY }: Partial<ContractRecord>) => startDate;
  return (document: RegisteredInvoice): string =>
    termsOfDocument(document, {
      contractOf: (contractId) => {
        const rows = [...(byId.get(contractId) ?? [])].sort((a, b) => startOf(b) - startOf(a));
        const customerId = rows.find((row) => row.customerId !== undefined)?.customerId ?? "";
        return { customerId, terms: rows.find((row) => row.paymentTerms !== undefined)?.paymentTerms };
      },
      customerOf: (customerId) => {
        const customer = customerOf(customerId);
        return customer && { terms: customer.paymentTerms };
      },
      general: settings.paymentTerms,
    });
}

/** The revenue account of the price that a line names, in its contract where prices of several bear the id. */
function revenueAccounts({ prices }: CatalogTables): ExportSource["revenueAccountOf"] {
  const byId = groupBy(partly<PriceRecord>(prices), ({ priceId }) => priceId);
  return ({ priceId, contractId }) => {
    const rows = (priceId === undefined ? undefined : byId.get(priceId)) ?? [];
    const row =
      rows.find((price) => price.contractId === contractId) ?? (rows.length === 1 ? rows[0] : undefined);
    return row?.revenueAccount ?? "";
  };
}

function unitCodes(snapshot: Snapshot, settings: Settings, report: Report): ReadonlyMap<string, string> {
  const bound = bindTable(unitsTable, snapshot, mappingFor(unitsTable, settings), report, asInput);
  const rows = bound ? readRecords(bound, () => [], report).good : [];
  return new Map(rows.map(({ unit, code }) => [nameKey(unit), code]));
}

/** Reads what an export is made from. Faults of tables that no document is made from are not its matter. */
export function readExportSource(snapshot: Snapshot, target: string): ExportSource {
  const collected = collectIssues();
  // A key that nobody knows changes no file.
  const settings = readSettings(snapshot, (issue) => {
    if (issue.code !== "UNKNOWN_SETTING") collected.report(issue);
  });
  const register = readRegister(snapshot, settings, collected.report);
  const accounts = readAccounts(snapshot, settings, target, collected.report);
  const ofTables: Issue[] = [];
  const tables = readCatalogTables(snapshot, settings, (issue) => ofTables.push(issue));
  const sheets = new Set([tables.customers.bound?.grid.sheet, tables.taxCodes.bound?.grid.sheet]);
  for (const issue of ofTables) if (sheets.has(issue.at.sheet)) collected.report(issue);
  const customers = new Map(
    [...partly<CustomerRecord>(tables.customers)].reverse().map((row) => [row.customerId, row]),
  );
  const customerOf = (id: string | undefined) => (id === undefined ? undefined : customers.get(id));
  const taxCodes = taxRatesByCode(tables);
  return {
    target,
    settings,
    settingAt: settingCells(snapshot, settings),
    register,
    tables,
    accounts,
    customerOf,
    termsOf: termsBy(tables, customerOf, settings),
    taxCodeOf: (code, day) => taxRateOn(taxCodes.get(code) ?? [], day),
    unitCodes: unitCodes(snapshot, settings, collected.report),
    revenueAccountOf: revenueAccounts(tables),
    issues: collected.list(),
  };
}
