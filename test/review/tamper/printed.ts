import type ExcelJS from "exceljs";
import { sheetOf, type Case } from "./change";

export const printedCases: readonly Case[] = [
  {
    it: "a figure on the printed invoice",
    change: (book) => changeFigure(sheetOf(book, "INV-2026-0001")),
    says: ["INV-2026-0001 SHEET_DIFFERS"],
  },
  {
    it: "the number on the printed invoice",
    change: (book) => changeText(sheetOf(book, "INV-2026-0001"), "INV-2026-0001", "INV-2026-0007"),
    says: ["INV-2026-0001 SHEET_DIFFERS"],
  },
  {
    it: "the bank on the printed invoice",
    change: (book) => changeText(sheetOf(book, "INV-2026-0001"), "Quayside Bank", "Other Bank"),
    says: ["INV-2026-0001 SHEET_DIFFERS"],
  },
  {
    it: "whom the printed invoice is for",
    change: (book) => changeText(sheetOf(book, "INV-2026-0001"), "Blue Heron Ltd", "Grey Heron Ltd"),
    says: ["INV-2026-0001 SHEET_DIFFERS"],
  },
];

function changeFigure(sheet: ExcelJS.Worksheet): void {
  let isDone = false;
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (isDone || !(typeof cell.value === "number" || typeof cell.result === "number")) return;
      cell.value = 7777;
      isDone = true;
    }),
  );
}

/** Another text wherever a sheet says one. */
export function changeText(sheet: ExcelJS.Worksheet, from: string, to: string): void {
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (typeof cell.value === "string" && cell.value.includes(from))
        cell.value = cell.value.replace(from, to);
    }),
  );
}
