import type ExcelJS from "exceljs";

/** A workbook as a file that is not packed: packing takes longer than writing, and nobody here looks at the size. */
export async function bytesOfBook(book: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer({ zip: { compression: "STORE" } }));
}
