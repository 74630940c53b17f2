import type ExcelJS from "exceljs";
import { INV1, sheetOf, type Case } from "./change";
import { changeText } from "./printed";

/** Numbers in place of others, wherever documents and lines bear them. */
const renumber = (numbers: Readonly<Record<string, string>>) => (book: ExcelJS.Workbook) => {
  for (const name of ["Invoices", "Invoice lines"])
    sheetOf(book, name).eachRow((row) => {
      const cell = row.getCell(1);
      cell.value = numbers[String(cell.value)] ?? cell.value;
    });
};

/** What somebody changes in a workbook that was numbered in one step, and has no seals. */
export const numberedCases: readonly Case[] = [
  {
    it: "the number of a document and of its lines",
    change: renumber({ "INV-2026-0002": "INV-2026-0007" }),
    says: ["Invoices!Invoice number STATE_NOT_LOGGED", "Run log!Parameters DOCUMENT_MISSING"],
  },
  {
    it: "two numbers exchanged, with their lines",
    change: (book) => {
      renumber({ "INV-2026-0001": "INV-2026-0002", "INV-2026-0002": "INV-2026-0001" })(book);
      for (const name of ["INV-2026-0001", "INV-2026-0002"]) book.removeWorksheet(name);
    },
    says: ["Invoices!Invoice number STATE_NOT_LOGGED"],
  },
  {
    it: "the total of a document",
    edit: [["Invoices", "Total", INV1, 1]],
    says: ["Invoices!Total CELL_CHANGED", "Invoices!Total FORMULA_OVERWRITTEN"],
  },
  {
    it: "a due date that is no day any more",
    edit: [["Invoices", "Due date", INV1, "soon"]],
    says: ["Invoices!Due date CELL_CHANGED"],
  },
  {
    it: "a price that was billed",
    edit: [["Prices", "Unit price", { "Price ID": "P3" }, 0.6]],
    says: ["Invoices!Total CELL_CHANGED", "Invoice lines!Amount CELL_CHANGED"],
  },
  {
    it: "a status set back to Draft",
    edit: [["Invoices", "Status", INV1, "Draft"]],
    says: ["Invoices!Status STATE_NOT_LOGGED"],
  },
  {
    it: "the bank on the printed invoice",
    change: (book) => changeText(sheetOf(book, "INV-2026-0001"), "Quayside Bank", "Other Bank"),
    says: ["INV-2026-0001 SHEET_DIFFERS"],
  },
  {
    it: "the numbers that the log says were given",
    edit: [["Run log", "Parameters", { "Run ID": "RUN-1" }, "as of 2026-10-31; numbers given"]],
    says: ["Run log!Hash LOG_ALTERED"],
  },
];
