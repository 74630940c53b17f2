import { copyRow, removeRow, swapRows, type Case } from "./change";

export const logCases: readonly Case[] = [
  {
    it: "who ran what",
    edit: [["Run log", "Who", { "Run ID": "RUN-2" }, "Nobody"]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
  {
    it: "a total in the log",
    edit: [["Run log", "Total", { "Run ID": "RUN-1" }, "EUR 1.00"]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
  {
    it: "a hash in the log",
    edit: [["Run log", "Hash", { "Run ID": "RUN-2" }, "00"]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
  {
    it: "a row of the log taken out",
    change: removeRow("Run log", { "Run ID": "RUN-2" }),
    says: ["Run log!Previous hash LOG_MISSING"],
  },
  {
    it: "the first row of the log taken out",
    change: removeRow("Run log", { "Run ID": "RUN-1" }),
    says: ["Run log!Previous hash LOG_MISSING"],
  },
  {
    it: "the last row of the log taken out",
    change: removeRow("Run log", { "Run ID": "RUN-4" }),
    says: ["Approvals LOG_TRUNCATED"],
  },
  {
    it: "rows of the log in another order",
    change: swapRows("Run log", 3, 4),
    says: ["Run log LOG_REORDERED"],
  },
  {
    it: "a row of the log copied",
    change: copyRow("Run log", { "Run ID": "RUN-4" }, {}),
    says: ["Run log LOG_FORKED"],
  },
  {
    it: "a comment of Approvals",
    edit: [
      ["Approvals", "Comment", { "Run ID": "RUN-2", "Invoice number": "DRAFT-K1-2026-10-EUR" }, "urgent"],
    ],
    says: ["Approvals!Hash LOG_ALTERED"],
  },
  {
    it: "who approved, in Approvals",
    edit: [["Approvals", "Who", { "Run ID": "RUN-3", "Invoice number": "DRAFT-K1-2026-10-EUR" }, "Ann"]],
    says: ["Approvals!Hash LOG_ALTERED"],
  },
  {
    it: "a row of Approvals taken out",
    change: removeRow("Approvals", { "Run ID": "RUN-3", "Invoice number": "DRAFT-K2-2026-10-EUR" }),
    says: ["Approvals LOG_ALTERED"],
  },
  {
    it: "the last row of Approvals taken out",
    change: removeRow("Approvals", { "Invoice number": "INV-2026-0003" }),
    says: ["Run log!Parameters LOG_TRUNCATED"],
  },
  {
    it: "rows of Approvals in another order",
    change: swapRows("Approvals", 2, 3),
    says: ["Approvals LOG_REORDERED"],
  },
  {
    it: "a text of Seals",
    edit: [["Seals", "Text", { "Invoice number": "INV-2026-0001", Table: "Settings" }, "Currency: USD"]],
    says: ["Seals!Text SEAL_BROKEN"],
  },
  {
    it: "a hash of Seals",
    edit: [["Seals", "Hash", { "Invoice number": "INV-2026-0001", Table: "Settings" }, "00"]],
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "a row of Seals taken out",
    change: removeRow("Seals", { "Invoice number": "INV-2026-0001", Table: "Settings" }),
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "all of Seals taken out",
    change: (book) => book.removeWorksheet("Seals"),
    says: ["Invoices!Seal SEAL_BROKEN"],
  },
  {
    it: "the Run log taken out",
    change: (book) => book.removeWorksheet("Run log"),
    says: ["Invoices LOG_TRUNCATED"],
  },
];
