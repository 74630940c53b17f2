import { choiceColumn, dayColumn, idColumn, moneyColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

/** Errors that were found in documents, with what caused them: acts add rows, people fill them in. */
export const errorRegisterTable = defineTable({
  title: "Error register",
  synonyms: ["Billing errors"],
  help: "Every document that was rejected or made void, and errors that people enter, with their cause.",
  columns: {
    date: required(dayColumn({ title: "Date", help: "when it was found" })),
    cause: choiceColumn({
      title: "Cause",
      help: "what went wrong",
      choices: {
        price: "Price",
        quantity: "Quantity",
        contract: "Contract",
        customer: "Customer",
        tax: "Tax",
        duplicate: "Duplicate",
        late: "Late",
        other: "Other",
      },
    }),
    invoiceNumber: idColumn({ title: "Invoice number", help: "the document" }),
    amount: moneyColumn({ title: "Amount", help: "the money that it is about" }),
    currency: textColumn({ title: "Currency", help: "of the amount" }),
    owner: textColumn({ title: "Owner", help: "who sees to it" }),
    rootCause: textColumn({ title: "Root cause", help: "why it happened" }),
    state: textColumn({ title: "State", help: "Open until it is mended" }),
  },
  examples: [],
});
export type ErrorRecord = Omit<RecordOf<(typeof errorRegisterTable)["columns"]>, "row"> & {
  readonly row: number | undefined;
};
export type ErrorCause = NonNullable<ErrorRecord["cause"]>;
