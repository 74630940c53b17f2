import { integerColumn, required, textColumn } from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";

/** Files for any other system, column by column, as people describe them. */
export const exportProfilesTable = defineTable({
  title: "Export profiles",
  synonyms: ["Export formats"],
  help: "The columns of files for any system: `export --to` takes the name of a profile, `import --from` reads its files back.",
  columns: {
    profile: required(textColumn({ title: "Profile", help: "its name; rows of one name are one file" })),
    column: required(
      textColumn({
        title: "Column",
        help: "header in the file, or an option: #per, #separator, #decimal, #encoding, #quote, #header",
      }),
    ),
    source: textColumn({
      title: "Source",
      help: "table and column, such as Invoices.Total or Accounts.Account",
    }),
    constant: textColumn({ title: "Constant", help: "written as it is, or the value of an option" }),
    format: textColumn({ title: "Format", help: "of dates and numbers, such as dd.mm.yyyy or 0.00" }),
    length: integerColumn({
      title: "Length",
      help: "characters at most; a text is cut, an id leaves its document out",
      min: 1,
      max: 10_000,
    }),
  },
  examples: [
    { profile: "Ledger", column: "#per", constant: "line" },
    { profile: "Ledger", column: "#separator", constant: ";" },
    { profile: "Ledger", column: "#decimal", constant: "," },
    { profile: "Ledger", column: "Date", source: "Invoices.Invoice date", format: "dd.mm.yyyy" },
    { profile: "Ledger", column: "Document", source: "Invoices.Invoice number", length: 20 },
    { profile: "Ledger", column: "Amount", source: "Invoice lines.Amount", format: "0.00" },
    { profile: "Ledger", column: "Account", source: "Accounts.Account" },
  ],
});
export type ExportProfileRecord = RecordOf<(typeof exportProfilesTable)["columns"]>;
