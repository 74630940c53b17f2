import { copyRow, INV1, LINE1, removeRow, setCell, type Case } from "./change";

export const invoicesCases: readonly Case[] = [
  {
    it: "the total of an issued invoice",
    edit: [["Invoices", "Total", INV1, 1]],
    says: ["Invoices!Total CELL_CHANGED", "Invoices!Total FORMULA_OVERWRITTEN"],
  },
  {
    it: "subtotal, tax and total at once",
    edit: [
      ["Invoices", "Subtotal", INV1, 1],
      ["Invoices", "Tax", INV1, 0],
      ["Invoices", "Total", INV1, 1],
    ],
    says: ["Invoices!Subtotal CELL_CHANGED", "Invoices!Tax CELL_CHANGED", "Invoices!Total CELL_CHANGED"],
  },
  {
    it: "a total that is no number any more",
    edit: [["Invoices", "Total", INV1, "n/a"]],
    says: ["Invoices!Total CELL_CHANGED"],
  },
  {
    it: "a status that there is not",
    edit: [["Invoices", "Status", INV1, "somewhere"]],
    says: ["Invoices!Status CELL_CHANGED"],
  },
  {
    it: "a status taken away",
    change: setCell("Invoices", "Status", INV1, null),
    says: ["Invoices!Status STATE_NOT_LOGGED"],
  },
  {
    it: "a subtotal typed over with the same figure",
    edit: [["Invoices", "Subtotal", INV1, 735]],
    says: ["Invoices!Subtotal FORMULA_OVERWRITTEN"],
  },
  {
    it: "a balance typed over with the same figure",
    edit: [["Invoices", "Balance", INV1, 882]],
    says: ["Invoices!Balance FORMULA_OVERWRITTEN"],
  },
  {
    it: "a tax formula that says something else",
    change: setCell("Invoices", "Tax", INV1, { formula: "ROUND($L2*0.2,2)", result: 147 }),
    says: ["Invoices!Tax FORMULA_OVERWRITTEN"],
  },
  {
    it: "a status set back to Draft",
    edit: [["Invoices", "Status", INV1, "Draft"]],
    says: ["Invoices!Status STATE_NOT_LOGGED"],
  },
  {
    it: "a status set to Void",
    edit: [["Invoices", "Status", INV1, "Void"]],
    says: ["Invoices!Status STATE_NOT_LOGGED"],
  },
  {
    it: "a status set to Paid",
    edit: [["Invoices", "Status", INV1, "Paid"]],
    says: ["Invoices!Status STATE_NOT_LOGGED"],
  },
  { it: "what was paid", edit: [["Invoices", "Paid", INV1, 100]], says: ["Invoices!Paid PAID_DIFFERS"] },
  {
    it: "who approved it",
    edit: [["Invoices", "Approved by", INV1, "Ann"]],
    says: ["Invoices!Approved by STATE_NOT_LOGGED"],
  },
  {
    it: "when it was approved",
    edit: [["Invoices", "Approved at", INV1, 46300]],
    says: ["Invoices!Approved at STATE_NOT_LOGGED"],
  },
  {
    it: "who prepared it",
    edit: [["Invoices", "Prepared by", INV1, "Zoe"]],
    says: ["Invoices!Prepared by CELL_CHANGED", "Invoices!Prepared by STATE_NOT_LOGGED"],
  },
  { it: "the seal", edit: [["Invoices", "Seal", INV1, "1-00"]], says: ["Invoices!Seal SEAL_BROKEN"] },
  { it: "the seal taken away", edit: [["Invoices", "Seal", INV1, ""]], says: ["Invoices!Seal SEAL_BROKEN"] },
  {
    it: "the customer of a document",
    edit: [["Invoices", "Customer ID", INV1, "C2"]],
    says: ["Invoices!Customer ID CELL_CHANGED"],
  },
  {
    it: "the customer's name on a document",
    edit: [["Invoices", "Customer name", INV1, "Somebody"]],
    says: ["Invoices!Customer name CELL_CHANGED"],
  },
  {
    it: "the contract of a document",
    edit: [["Invoices", "Contract ID", INV1, "K9"]],
    says: ["Invoices!Contract ID CELL_CHANGED"],
  },
  {
    it: "the invoice date",
    edit: [["Invoices", "Invoice date", INV1, 46300]],
    says: ["Invoices!Invoice date CELL_CHANGED"],
  },
  {
    it: "the due date",
    edit: [["Invoices", "Due date", INV1, 46400]],
    says: ["Invoices!Due date CELL_CHANGED"],
  },
  {
    it: "the period",
    edit: [["Invoices", "Period end", INV1, 46320]],
    says: ["Invoices!Period end CELL_CHANGED"],
  },
  {
    it: "the currency",
    edit: [["Invoices", "Currency", INV1, "USD"]],
    says: ["Invoices!Currency CELL_CHANGED"],
  },
  { it: "the type", edit: [["Invoices", "Type", INV1, "Credit note"]], says: ["Invoices!Type CELL_CHANGED"] },
  {
    it: "the order number",
    edit: [["Invoices", "PO number", INV1, "PO-78"]],
    says: ["Invoices!PO number CELL_CHANGED"],
  },
  {
    it: "a reason code on an invoice",
    edit: [["Invoices", "Reason code", INV1, "SLA"]],
    says: ["Invoices!Reason code CELL_CHANGED"],
  },
  {
    it: "the run of a document",
    edit: [["Invoices", "Run ID", INV1, "RUN-9"]],
    says: ["Invoices!Run ID CELL_CHANGED", "Invoices!Invoice number LOG_TRUNCATED"],
  },
  {
    it: "the number of a document",
    edit: [["Invoices", "Invoice number", INV1, "INV-2026-0009"]],
    says: ["Invoices DOCUMENT_MISSING"],
  },
  {
    it: "a number that another document has",
    edit: [["Invoices", "Invoice number", { "Invoice number": "INV-2026-0002" }, "INV-2026-0001"]],
    says: ["Invoices!Invoice number DUPLICATE_NUMBER"],
  },
  { it: "a document taken out", change: removeRow("Invoices", INV1), says: ["Invoices DOCUMENT_MISSING"] },
  {
    it: "a document copied under a number of its own",
    change: copyRow("Invoices", INV1, { "Invoice number": "INV-2026-0008" }),
    says: ["Invoices!Status STATE_NOT_LOGGED"],
  },
];

export const linesCases: readonly Case[] = [
  {
    it: "the amount of a line",
    edit: [["Invoice lines", "Amount", LINE1, 1]],
    says: ["Invoice lines!Amount CELL_CHANGED"],
  },
  {
    it: "the quantity of a line",
    edit: [["Invoice lines", "Quantity", LINE1, 999]],
    says: ["Invoice lines!Quantity CELL_CHANGED"],
  },
  {
    it: "the unit price of a line",
    edit: [["Invoice lines", "Unit price", LINE1, 0.2]],
    says: ["Invoice lines!Unit price CELL_CHANGED"],
  },
  {
    it: "the explanation of a line",
    edit: [["Invoice lines", "Explanation", LINE1, "as agreed"]],
    says: ["Invoice lines!Explanation CELL_CHANGED"],
  },
  {
    it: "the tax code of a line",
    edit: [["Invoice lines", "Tax code", LINE1, "RED"]],
    says: ["Invoice lines!Tax code CELL_CHANGED"],
  },
  {
    it: "the tax rate of a line",
    edit: [["Invoice lines", "Tax rate", LINE1, 0.1]],
    says: ["Invoice lines!Tax rate CELL_CHANGED"],
  },
  {
    it: "the service days of a line",
    edit: [["Invoice lines", "Period start", LINE1, 46300]],
    says: ["Invoice lines!Period start CELL_CHANGED"],
  },
  {
    it: "the description of a line",
    edit: [["Invoice lines", "Description", LINE1, "Calls, all of them"]],
    says: ["Invoice lines!Description CELL_CHANGED"],
  },
  {
    it: "the kind of a line",
    edit: [["Invoice lines", "Kind", LINE1, "usage"]],
    says: ["Invoice lines!Kind CELL_CHANGED"],
  },
  {
    it: "how many usage rows a line says",
    edit: [["Invoice lines", "Source rows", LINE1, 4]],
    says: ["Invoice lines!Source rows CELL_CHANGED"],
  },
  {
    it: "an amount that is no number any more",
    edit: [["Invoice lines", "Amount", LINE1, "n/a"]],
    says: ["Invoice lines!Amount LINE_MISSING"],
  },
  { it: "a line taken out", change: removeRow("Invoice lines", LINE1), says: ["Invoice lines LINE_MISSING"] },
  {
    it: "a line more",
    change: copyRow("Invoice lines", LINE1, { Line: 9 }),
    says: ["Invoice lines LINE_ADDED"],
  },
  {
    it: "a line moved to another document",
    edit: [["Invoice lines", "Invoice number", LINE1, "INV-2026-0002"]],
    says: ["Invoice lines LINE_MISSING"],
  },
];
