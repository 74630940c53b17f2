import { nameKey } from "../../base/name";
import { customersTable } from "../../catalog/customers.table";
import { readCatalogTables } from "../../catalog/readTables";
import { collectIssues } from "../../issues/collectIssues";
import { unheard } from "../../issues/issue";
import type { InputCells } from "../../run/inputRows";
import { bindTable, SHEET_KEY } from "../../schema/bind";
import { idColumn, required, textColumn } from "../../schema/column";
import { readRecords } from "../../schema/readRecords";
import { defineTable } from "../../schema/table";
import { readSettings } from "../../settings/readSettings";
import { textCell } from "../../sheets/tableSheet";
import { addInputRows } from "../addRows";
import { refused, type Import } from "../import";
import { headersOfSystem } from "../headersOfSystem";

const FIELDS = [
  "customerId",
  "customerName",
  "email",
  "addressLine1",
  "addressLine2",
  "city",
  "region",
  "postalCode",
  "country",
  "taxId",
  "currency",
  "paymentTerms",
] as const;
type CustomerField = (typeof FIELDS)[number];

interface CustomerSource extends Pick<Import, "id" | "title" | "help"> {
  /** Headers of the fields that the system has; its name is the id where it gives none. */
  readonly headers: Readonly<Partial<Record<CustomerField, readonly [string, ...string[]]>>>;
}

function tableOf(title: string, headers: CustomerSource["headers"]) {
  const headed = headersOfSystem<CustomerField>(headers);
  const named = (field: CustomerField) => headed(field, customersTable.columns[field].help);
  const texts = Object.fromEntries(
    FIELDS.filter((field) => field !== "customerName").map((field) => [field, idColumn(named(field))]),
  ) as Readonly<Record<Exclude<CustomerField, "customerName">, ReturnType<typeof idColumn>>>;
  return defineTable({
    title,
    synonyms: [],
    help: "Customers of another system.",
    columns: { ...texts, customerName: required(textColumn(named("customerName"))) },
    examples: [],
  });
}

/** An import of customers: those that Customers does not have, by id or name, are added. */
export function defineCustomers({ headers, ...about }: CustomerSource): Import {
  const table = tableOf(about.title, headers);
  return {
    ...about,
    read: ({ snapshot, file: { grid } }) => {
      if (!grid) return refused("it is no file of rows; export it as CSV");
      const { report, list } = collectIssues();
      const file = { grids: [grid], tables: [], date1904: false, pictures: [] };
      const bound = bindTable(table, file, new Map([[SHEET_KEY, grid.sheet]]), report);
      if (!bound) return refused(list()[0]?.message ?? "its columns are not understood");
      const { good, bad } = readRecords(bound, () => [], report);
      const settings = readSettings(snapshot, unheard);
      const { customers } = readCatalogTables(snapshot, settings, unheard);
      const there = [...customers.good, ...customers.bad.map(({ fields }) => fields)];
      const ids = new Set(there.map(({ customerId }) => customerId));
      const names = new Set(there.map(({ customerName }) => nameKey(customerName ?? "")));
      const rows = good.flatMap((record): InputCells[] => {
        const customerId = record.customerId ?? record.customerName;
        if (ids.has(customerId) || names.has(nameKey(record.customerName))) return [];
        ids.add(customerId);
        names.add(nameKey(record.customerName));
        return [
          new Map(
            FIELDS.map((field) => [field, textCell(field === "customerId" ? customerId : record[field])]),
          ),
        ];
      });
      const plan = addInputRows(customersTable, customers.bound, rows, snapshot);
      if (typeof plan === "string") return refused(plan);
      const known = good.length - rows.length;
      return {
        ok: true,
        imported: {
          rows: good.length + bad.length,
          added: rows.length > 0 ? [{ table: customersTable.title, rows: rows.length }] : [],
          leftOut: known > 0 ? [{ reason: "customers that are there already", rows: known }] : [],
          findings: [],
          issues: list(),
          plan,
        },
      };
    },
  };
}
