import { copyRow, removeRow, setCell, sheetOf, type Case } from "./change";

const CLOSED = { Period: "2026-10", Action: "close" };
const HASH = "0".repeat(64);

/** What somebody changes in a workbook whose month was closed. */
export const closingCases: readonly Case[] = [
  {
    it: "usage that came after the close",
    change: copyRow("Usage", { "Event ID": "E3" }, { "Event ID": "E9", Quantity: 5 }),
    says: ["Closed periods!Usage rows PERIOD_CHANGED"],
  },
  {
    it: "usage taken out of a closed period",
    change: removeRow("Usage", { "Event ID": "E7" }),
    says: ["Closed periods!Usage rows PERIOD_CHANGED"],
  },
  {
    it: "usage of a closed period moved to another meter",
    change: setCell("Usage", "Meter", { "Event ID": "E7" }, "storage"),
    says: ["Closed periods!Usage rows PERIOD_CHANGED"],
  },
  {
    it: "the hash of the closed usage",
    edit: [["Closed periods", "Usage hash", CLOSED, HASH]],
    says: ["Closed periods!Usage hash PERIOD_CHANGED", "Closed periods!Usage rows PERIOD_CHANGED"],
  },
  {
    it: "usage and the hash of the closed usage emptied",
    change: (book) => {
      removeRow("Usage", { "Event ID": "E7" })(book);
      setCell("Closed periods", "Usage hash", CLOSED, null)(book);
    },
    says: ["Closed periods!Usage hash PERIOD_CHANGED"],
  },
  {
    it: "how many documents were closed",
    edit: [["Closed periods", "Documents", CLOSED, 2]],
    says: ["Closed periods!Documents PERIOD_CHANGED"],
  },
  {
    it: "the total that was closed",
    edit: [["Closed periods", "Total", CLOSED, "EUR 1.00"]],
    says: ["Closed periods!Total PERIOD_CHANGED"],
  },
  {
    it: "who closed",
    edit: [["Closed periods", "Who", CLOSED, "Nobody"]],
    says: ["Closed periods!Who PERIOD_CHANGED"],
  },
  {
    it: "when it was closed",
    edit: [["Closed periods", "When", CLOSED, "2026-10-01"]],
    says: ["Closed periods!When PERIOD_CHANGED"],
  },
  {
    it: "another period in place of the closed one",
    edit: [["Closed periods", "Period", CLOSED, "2026-09"]],
    says: ["Run log!Run ID PERIOD_CHANGED", "Closed periods!Action PERIOD_CHANGED"],
  },
  {
    it: "the row of a closing taken out",
    change: removeRow("Closed periods", CLOSED),
    says: ["Run log!Run ID PERIOD_CHANGED"],
  },
  {
    it: "all of Closed periods taken out",
    change: (book) => book.removeWorksheet("Closed periods"),
    says: ["Run log!Run ID PERIOD_CHANGED"],
  },
  {
    it: "a period opened again by hand",
    change: copyRow("Closed periods", CLOSED, { Action: "reopen" }),
    says: ["Closed periods!Action PERIOD_CHANGED"],
  },
  {
    it: "a closing turned into a reopening",
    edit: [["Closed periods", "Action", CLOSED, "reopen"]],
    says: ["Closed periods!Action PERIOD_CHANGED"],
  },
  {
    it: "the row of the Run log that closed",
    change: removeRow("Run log", { Action: "close" }),
    says: ["Closed periods!Action PERIOD_CHANGED"],
  },
  {
    it: "what the Run log says was closed",
    change: (book) => {
      const log = sheetOf(book, "Run log");
      const row = log.rowCount;
      log.getCell(row, 6).value = `usage ${HASH}`;
    },
    says: ["Run log!Hash LOG_ALTERED"],
  },
];
