import { choiceColumn, dayColumn, fractionColumn, idColumn, required, textColumn } from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";
import { headers } from "./synonyms";

export const taxCodesTable = defineTable({
  title: "Tax codes",
  synonyms: ["Taxes", "Tax", "VAT", "VAT codes", "Tax rates", "Steuern"],
  help: "The rate behind each tax code, by date where it changed.",
  columns: {
    taxCode: required(
      idColumn({
        title: "Tax code",
        synonyms: ["Code", ...headers.taxCode],
        help: "the code used in other tables",
      }),
    ),
    rate: required(
      fractionColumn({
        title: "Rate",
        synonyms: ["Tax rate", "Percent", "Satz", "Taux"],
        help: "0.2 or 20 %",
      }),
    ),
    name: textColumn({
      title: "Name",
      synonyms: ["Description", "Tax name"],
      help: "printed in the tax summary",
    }),
    category: choiceColumn({
      title: "Category",
      synonyms: ["Tax category", "VAT category"],
      help: "EN 16931 category: S standard, Z zero, E exempt, AE reverse charge, K intra-community, G export, O outside",
      choices: { S: "S", Z: "Z", E: "E", AE: "AE", K: "K", G: "G", O: "O" },
    }),
    effectiveFrom: dayColumn({
      title: "Effective from",
      synonyms: headers.start,
      help: "the first day of the rate",
    }),
    effectiveTo: dayColumn({
      title: "Effective to",
      synonyms: headers.end,
      help: "the last day of the rate",
    }),
    exemptionReason: textColumn({
      title: "Exemption reason",
      synonyms: ["Reason"],
      help: "printed when no tax is charged",
    }),
    exemptionCode: idColumn({
      title: "Exemption code",
      synonyms: ["VATEX", "Exemption reason code"],
      help: "VATEX code of the reason, in e-invoices",
    }),
  },
  examples: [
    { taxCode: "STD", rate: 0.2, name: "VAT 20 %", category: "S" },
    {
      taxCode: "RC",
      rate: 0,
      name: "Reverse charge",
      category: "AE",
      exemptionReason: "VAT is due from the customer",
    },
  ],
});
export type TaxCodeRecord = RecordOf<(typeof taxCodesTable)["columns"]>;
