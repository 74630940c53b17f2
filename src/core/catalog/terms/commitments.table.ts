import {
  choiceColumn,
  decimalColumn,
  idColumn,
  integerColumn,
  moneyColumn,
  required,
} from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";
import { contractColumn, customerColumn, productsColumn, yesNo } from "./parties";

export const commitmentsTable = defineTable({
  title: "Commitments",
  synonyms: ["Commitment", "Minimum commitments", "Committed spend", "Mindestabnahmen"],
  help: "What a customer has promised to use at least, and what usage beyond it costs.",
  columns: {
    commitmentId: required(idColumn({ title: "Commitment ID", help: "its own id" })),
    contractId: contractColumn,
    customerId: customerColumn,
    products: productsColumn,
    amount: moneyColumn({
      title: "Amount",
      synonyms: ["Committed amount"],
      help: "what is promised in a commitment period, before tax",
      min: "0",
    }),
    quantity: decimalColumn({
      title: "Quantity",
      synonyms: ["Committed quantity", "Units"],
      help: "units of one product, worth what its price makes of them",
      min: "0",
    }),
    period: choiceColumn({
      title: "Period",
      synonyms: ["Commitment period", "Per"],
      help: "the period of the promise; default Billing period",
      choices: {
        billing_period: "Billing period",
        contract_year: ["Contract year", "Year", "Annual"],
        contract: ["Contract", "Term"],
        day: ["Day", "Daily"],
      },
    }),
    overageFactor: decimalColumn({
      title: "Overage factor",
      synonyms: ["Overage"],
      help: "what usage beyond the promise costs, as a multiple of its price; default 1",
      min: "0",
    }),
    trueUp: choiceColumn({
      title: "True-up",
      synonyms: ["Shortfall"],
      help: "No bills nothing where the promise is not reached; default Yes",
      choices: yesNo,
    }),
    order: integerColumn({
      title: "Order",
      help: "the order in which promises take usage; default 1",
      min: 0,
      max: 10_000,
    }),
  },
  examples: [],
});
export type CommitmentRecord = RecordOf<(typeof commitmentsTable)["columns"]>;
