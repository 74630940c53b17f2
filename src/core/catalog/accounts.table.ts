import { choiceColumn, idColumn, required, textColumn } from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";

/** What accounting systems call what is billed: their accounts, items, taxes and customers. */
export const accountsTable = defineTable({
  title: "Accounts",
  synonyms: ["Account mapping", "Chart of accounts"],
  help: "The accounts, items, tax names and customer numbers of other systems, for exports; the row that names most counts.",
  // A sheet of customers may be called Accounts as well.
  toldBy: { with: "Kind" },
  columns: {
    target: textColumn({
      title: "Target",
      synonyms: ["Export", "System"],
      help: "id of an export; blank: all",
    }),
    kind: required(
      choiceColumn({
        title: "Kind",
        help: "what the row maps",
        choices: {
          revenue: "Revenue",
          tax: "Tax",
          receivable: "Receivable",
          deferred: "Deferred",
          customer: "Customer",
        },
      }),
    ),
    product: textColumn({ title: "Product", help: "as on invoice lines; blank: all" }),
    taxCode: idColumn({ title: "Tax code", help: "blank: all" }),
    customerId: idColumn({ title: "Customer ID", help: "blank: all" }),
    currency: textColumn({ title: "Currency", help: "blank: all" }),
    account: idColumn({
      title: "Account",
      synonyms: ["G/L account", "Account code", "Konto"],
      help: "G/L account; of a customer its number in the other system",
    }),
    item: textColumn({ title: "Item", help: "product or service there; default Product" }),
    class: idColumn({
      title: "Class",
      synonyms: ["Department", "Cost center"],
      help: "class, department or cost center",
    }),
    taxName: idColumn({ title: "Tax name", help: "tax code or rate there" }),
    site: idColumn({ title: "Site", help: "of a customer, for oracle-autoinvoice" }),
  },
  examples: [
    { kind: "Revenue", account: "4000" },
    { kind: "Revenue", product: "Support", account: "4100", item: "SUPPORT" },
    { kind: "Tax", taxCode: "STD", account: "2200", taxName: "20% (VAT on Income)" },
    { kind: "Tax", taxCode: "RC", taxName: "Reverse charge" },
    { kind: "Receivable", account: "1200" },
    { kind: "Customer", customerId: "C-001", account: "10001" },
    { target: "sage-50", kind: "Tax", taxCode: "STD", taxName: "T1" },
  ],
});
export type AccountRecord = RecordOf<(typeof accountsTable)["columns"]>;
export type AccountKind = AccountRecord["kind"];
