import { counted } from "../../strings/counted";

export const freezeStrings = {
  lead: "A file in which the formulas of the written tables are their results. This workbook keeps its formulas.",
  sheets: (names: string) => `Formulas of ${names} become values; the Run log of the copy says so.`,
  none: "Nothing is written in this workbook yet whose formulas could be frozen.",
  functions: "Functions of Ratebook too",
  functionsHint: "Cells anywhere that call them would show an error where the add-in is missing",
  making: "Making the copy",
  saved: (name: string) => `${name} is handed over for saving.`,
  frozen: (cells: string, sheet: string) => `${sheet}: ${counted(cells, "formula", "formulas")}`,
  kept: (cells: string) => `These stay formulas, as they have no result: ${cells}.`,
  nothing: "There was no formula to freeze.",
};
