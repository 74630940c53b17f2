import { headers } from "../catalog/synonyms";
import {
  choiceColumn,
  dayColumn,
  decimalColumn,
  fractionColumn,
  idColumn,
  integerColumn,
  moneyColumn,
  required,
  textColumn,
} from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";

/** One line per tier or step of a price; the amounts of an invoice's lines are its subtotal. */
export const invoiceLinesTable = defineTable({
  title: "Invoice lines",
  synonyms: ["Invoice items", "Line items", "Invoice details", "Rechnungspositionen"],
  help: "What every invoice is made of, one row a step of a price; also read, so that what was billed is known.",
  columns: {
    invoiceNumber: required(
      idColumn({
        title: "Invoice number",
        synonyms: headers.invoiceNumber,
        help: "the document it stands on",
      }),
    ),
    line: integerColumn({
      title: "Line",
      synonyms: ["Line no", "Line number", "Position", "Pos"],
      help: "its place on the document",
      min: 1,
      max: 1_000_000,
    }),
    contractId: idColumn({
      title: "Contract ID",
      synonyms: headers.contractId,
      help: "the contract it bills",
    }),
    priceId: idColumn({
      title: "Price ID",
      synonyms: ["SkuPriceId", "Rate ID", "Charge number"],
      help: "the price it applies",
    }),
    product: textColumn({ title: "Product", synonyms: headers.product, help: "what was sold" }),
    description: textColumn({ title: "Description", synonyms: headers.description, help: "as printed" }),
    kind: choiceColumn({
      title: "Kind",
      synonyms: ["Line type", "Type"],
      help: "which step of the bill it is",
      choices: {
        fixed: "fixed",
        usage: "usage",
        included: "included",
        minimum: "minimum",
        maximum: "maximum",
        discount: "discount",
        commitment: "commitment",
        adjustment: "adjustment",
        overage: "overage",
        credit: "credit",
        retention: "retention",
        deposit: "deposit",
        grant: "grant",
        rounding: "rounding",
      },
    }),
    tier: textColumn({ title: "Tier", synonyms: ["Band", "Step"], help: "the tier it prices" }),
    periodStart: dayColumn({
      title: "Period start",
      synonyms: ["Service start", "From", "Start Date", "ChargePeriodStart"],
      help: "first day of service",
    }),
    periodEnd: dayColumn({
      title: "Period end",
      synonyms: ["Service end", "To", "End Date", "ChargePeriodEnd"],
      help: "last day of service",
    }),
    quantity: decimalColumn({ title: "Quantity", synonyms: headers.quantity, help: "units billed" }),
    unit: textColumn({ title: "Unit", synonyms: headers.unit, help: "of the quantity" }),
    unitPrice: decimalColumn({ title: "Unit price", synonyms: headers.unitPrice, help: "of one unit" }),
    flatFee: decimalColumn({ title: "Flat fee", synonyms: headers.flatFee, help: "beside the unit price" }),
    amount: required(
      moneyColumn({
        title: "Amount",
        synonyms: headers.amount,
        help: "quantity × unit price + flat fee, rounded",
      }),
    ),
    taxCode: idColumn({ title: "Tax code", synonyms: headers.taxCode, help: "its tax" }),
    taxRate: fractionColumn({ title: "Tax rate", synonyms: ["VAT rate"], help: "as a fraction" }),
    sourceRows: integerColumn({ title: "Source rows", help: "usage rows behind it", min: 0, max: 2_000_000 }),
    explanation: textColumn({ title: "Explanation", help: "how the amount comes about" }),
  },
  examples: [],
});
export type InvoiceLineRecord = RecordOf<(typeof invoiceLinesTable)["columns"]>;
export type LineKind = NonNullable<InvoiceLineRecord["kind"]>;
