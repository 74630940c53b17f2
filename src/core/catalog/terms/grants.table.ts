import {
  choiceColumn,
  dayColumn,
  decimalColumn,
  idColumn,
  integerColumn,
  moneyColumn,
  required,
  textColumn,
} from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";
import { headers } from "../synonyms";
import { contractColumn, customerColumn } from "./parties";

export const grantsTable = defineTable({
  title: "Grants",
  synonyms: ["Prepaid credits", "Retainers", "Wallets", "Guthaben"],
  help: "Money or units that a customer has ahead: prepaid, a retainer, or given away.",
  columns: {
    grantId: required(
      idColumn({ title: "Grant ID", synonyms: ["Wallet ID", "Retainer ID"], help: "its own id" }),
    ),
    contractId: contractColumn,
    customerId: customerColumn,
    amount: moneyColumn({ title: "Amount", help: "money that invoices are paid from, before tax", min: "0" }),
    units: decimalColumn({ title: "Units", help: "units of one product that cost nothing", min: "0" }),
    product: textColumn({ title: "Product", help: "what the units are of" }),
    from: required(dayColumn({ title: "From", help: "the first day it can be drawn" })),
    to: dayColumn({
      title: "To",
      synonyms: ["Expires", "Until"],
      help: "the last day; what is left then expires",
    }),
    priority: integerColumn({
      title: "Priority",
      help: "lower is drawn first; default 1",
      min: 0,
      max: 10_000,
    }),
    source: choiceColumn({
      title: "Source",
      help: "Paid is sold by the run that holds From; default Free",
      choices: { free: ["Free", "Given"], paid: ["Paid", "Prepaid"] },
    }),
    price: moneyColumn({
      title: "Price",
      help: "what a Paid grant is sold for; default its Amount",
      min: "0",
    }),
    taxCode: idColumn({
      title: "Tax code",
      synonyms: headers.taxCode,
      help: "of the sale; default: the contract's",
    }),
    warnBelow: decimalColumn({
      title: "Warn below",
      help: "a warning is given where less than this is left",
      min: "0",
    }),
  },
  examples: [],
});
export type GrantRecord = RecordOf<(typeof grantsTable)["columns"]>;
