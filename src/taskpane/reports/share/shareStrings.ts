import { counted } from "../../strings/counted";

export const shareStrings = {
  lead: "A file with the tables that are understood; what names a person is a pseudonym there, in texts too. This workbook stays as it is.",
  columns: "More personal columns",
  columnsHint: "Besides those of Settings, such as Usage: Caller; Contacts: Phone",
  pseudonyms: "Pseudonyms",
  cells: (count: string) => counted(count, "cell", "cells"),
  column: (table: string, column: string) => `${table}: ${column}`,
  none: "No column of a person is filled.",
  dropped: (count: string) => `Left out: ${counted(count, "sheet or column", "sheets and columns")}`,
  alsoDropped: "Comments, properties, pictures and printed sheets stay behind as well.",
  cards: (count: string) => `${counted(count, "card number is", "card numbers are")} masked in it.`,
  anonymity: "Pseudonyms are no anonymity: who knows your customers may tell them by their figures.",
  making: "Making the copy",
  saved: (name: string) => `${name} is handed over for saving.`,
};
