import { createHash } from "node:crypto";
import { copyRow, INV1, LINE1, removeRow, setCell, sheetOf, type Case } from "./change";

const RUN3 = { "Run ID": "RUN-3", "Invoice number": "DRAFT-K1-2026-10-EUR" };
const SEALED_PRICE = { "Invoice number": "INV-2026-0002", Table: "Prices" };

/** What else somebody changes: cells of the register that carry no amount, links between tables, the chain itself. */
export const furtherCases: readonly Case[] = [
  {
    it: "the first day of a document",
    edit: [["Invoices", "Period start", INV1, 46_290]],
    says: ["Invoices!Period start CELL_CHANGED"],
  },
  {
    it: "which invoice a document corrects",
    edit: [["Invoices", "Corrects", INV1, "INV-2026-0002"]],
    says: ["Invoices!Corrects CELL_CHANGED"],
  },
  {
    it: "a subtotal that adds up other rows",
    change: setCell("Invoices", "Subtotal", INV1, { formula: "SUM('Invoice lines'!$O$3:$O$4)", result: 735 }),
    says: ["Invoices!Subtotal FORMULA_OVERWRITTEN"],
  },
  {
    it: "a total that is a formula of its own",
    change: setCell("Invoices", "Total", INV1, { formula: "1+1", result: 2 }),
    says: ["Invoices!Total CELL_CHANGED", "Invoices!Total FORMULA_OVERWRITTEN"],
  },
  {
    it: "the price that a line names",
    edit: [["Invoice lines", "Price ID", LINE1, "P9"]],
    says: ["Invoice lines!Price ID CELL_CHANGED"],
  },
  {
    it: "the product of a line",
    edit: [["Invoice lines", "Product", LINE1, "Calls"]],
    says: ["Invoice lines!Product CELL_CHANGED"],
  },
  {
    it: "the unit of a line",
    edit: [["Invoice lines", "Unit", LINE1, "minute"]],
    says: ["Invoice lines!Unit CELL_CHANGED"],
  },
  {
    it: "the tier of a line",
    edit: [["Invoice lines", "Tier", LINE1, "all of it"]],
    says: ["Invoice lines!Tier CELL_CHANGED"],
  },
  {
    it: "the last day of a line",
    edit: [["Invoice lines", "Period end", LINE1, 46_300]],
    says: ["Invoice lines!Period end CELL_CHANGED"],
  },
  {
    it: "the contract of a line",
    edit: [["Invoice lines", "Contract ID", LINE1, "K2"]],
    says: ["Invoice lines!Contract ID CELL_CHANGED"],
  },
  {
    it: "the place of a line",
    edit: [["Invoice lines", "Line", LINE1, 7]],
    says: ["Invoice lines LINE_MISSING", "Invoice lines LINE_ADDED"],
  },
  {
    it: "a flat fee on a line",
    edit: [["Invoice lines", "Flat fee", LINE1, 5]],
    says: ["Invoice lines!Flat fee CELL_CHANGED"],
  },
  {
    it: "all lines taken out",
    change: (book) => book.removeWorksheet("Invoice lines"),
    says: ["Invoice lines LINE_MISSING"],
  },
  {
    it: "two amounts of one document exchanged",
    change: exchangedAmounts,
    says: ["Invoice lines!Amount CELL_CHANGED"],
  },
  {
    it: "a tier taken out of the table",
    change: removeRow("Tiers", { "Price ID": "P1", "Up to": 5000 }),
    says: ["Tiers!Unit price INPUT_CHANGED"],
  },
  {
    it: "a bound of a tier",
    edit: [["Tiers", "Up to", { "Price ID": "P1", "Up to": 5000 }, 6000]],
    says: ["Tiers!Unit price INPUT_CHANGED"],
  },
  {
    it: "the currency of a contract",
    edit: [["Contracts", "Currency", { "Contract ID": "K1" }, "USD"]],
    says: ["Contracts!Currency INPUT_CHANGED"],
  },
  {
    it: "the customer of a contract",
    edit: [["Contracts", "Customer ID", { "Contract ID": "K1" }, "C2"]],
    says: ["Contracts!Customer ID INPUT_CHANGED"],
  },
  {
    it: "the start of a contract",
    change: setCell("Contracts", "Start date", { "Contract ID": "K1" }, new Date("2026-10-10")),
    says: ["Contracts!Start date INPUT_CHANGED"],
  },
  {
    it: "the id of a customer",
    edit: [["Customers", "Customer ID", { "Customer ID": "C1" }, "C9"]],
    says: ["Customers INPUT_MISSING"],
  },
  {
    it: "the meter that another is made of",
    edit: [["Meters", "Source meter", { Meter: "traffic EU" }, "storage"]],
    says: ["Meters!Source meter INPUT_CHANGED"],
  },
  {
    it: "the day of an adjustment",
    change: setCell("Adjustments", "Date", { "Adjustment ID": "A1" }, new Date("2026-11-12")),
    says: ["Adjustments INPUT_MISSING"],
  },
  {
    it: "whose an adjustment is",
    edit: [["Adjustments", "Contract ID", { "Adjustment ID": "A1" }, "K1"]],
    says: ["Adjustments INPUT_MISSING"],
  },
  {
    it: "a usage row made one of another by its Event ID",
    edit: [["Usage", "Event ID", { "Event ID": "E2" }, "E1"]],
    says: ["Usage INPUT_MISSING"],
  },
  {
    it: "a usage row moved to the next month",
    change: setCell("Usage", "Date", { "Event ID": "E1" }, new Date("2026-11-03")),
    says: ["Usage INPUT_MISSING"],
  },
  {
    it: "tax put inside the prices",
    change: (book) => void sheetOf(book, "Settings").addRow(["Prices include tax", "Yes"]),
    says: ["Invoices!Subtotal CELL_CHANGED"],
  },
  {
    it: "when a run was",
    edit: [["Run log", "When", { "Run ID": "RUN-2" }, 46_000]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
  {
    it: "by which version a run was",
    edit: [["Run log", "Engine version", { "Run ID": "RUN-1" }, "1.0"]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
  {
    it: "what a run was asked",
    edit: [["Run log", "Parameters", { "Run ID": "RUN-1" }, "as of 2026-09-30"]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
  {
    it: "the chain of the log at one link",
    edit: [["Run log", "Previous hash", { "Run ID": "RUN-3" }, "00"]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
  {
    it: "to what state an act led",
    edit: [["Approvals", "To", RUN3, "Draft"]],
    says: ["Approvals!Hash LOG_ALTERED"],
  },
  {
    it: "the total that was approved",
    edit: [["Approvals", "Total", RUN3, 1]],
    says: ["Approvals!Hash LOG_ALTERED"],
  },
  {
    it: "the seal that was approved",
    edit: [["Approvals", "Seal", RUN3, "1-00"]],
    says: ["Approvals!Hash LOG_ALTERED"],
  },
  { it: "a row of Approvals copied", change: copyRow("Approvals", RUN3, {}), says: ["Approvals LOG_FORKED"] },
  {
    it: "all of Approvals taken out",
    change: (book) => book.removeWorksheet("Approvals"),
    says: ["Run log LOG_TRUNCATED"],
  },
  {
    it: "a row of Seals given to another document",
    edit: [["Seals", "Invoice number", SEALED_PRICE, "INV-2026-0003"]],
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "the table of a row of Seals",
    edit: [["Seals", "Table", SEALED_PRICE, "Meters"]],
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "the key of a row of Seals",
    edit: [["Seals", "Key", SEALED_PRICE, "P8"]],
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "a row of Seals copied",
    change: copyRow("Seals", SEALED_PRICE, { Key: "P8" }),
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "the row of Seals that says of which parts they are",
    change: removeRow("Seals", { "Invoice number": "INV-2026-0001", Table: "Seals" }),
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "text and hash of a row of Seals together with the price",
    change: resealedByHand,
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
];

function exchangedAmounts(book: Parameters<typeof sheetOf>[0]): void {
  setCell("Invoice lines", "Amount", LINE1, 250)(book);
  setCell("Invoice lines", "Amount", { ...LINE1, Line: 4 }, 100)(book);
}

/** Somebody who knows how a hash is made, and forgets the one over all of them. */
function resealedByHand(book: Parameters<typeof sheetOf>[0]): void {
  const text = "Price ID: P3\nUnit price: 0.6";
  setCell("Prices", "Unit price", { "Price ID": "P3" }, 0.6)(book);
  setCell("Seals", "Text", SEALED_PRICE, text)(book);
  setCell("Seals", "Hash", { ...SEALED_PRICE }, createHash("sha256").update(text).digest("hex"))(book);
}
