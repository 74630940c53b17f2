import { smallWorkbook, zipParts } from "../../../test/support/testWorkbook";
import { readDataFile } from "./readDataFile";
import { dataFormats } from "./registry";

const text = (content: string): Uint8Array => Buffer.from(content);

test.each([
  ["text with separators", text("a,b\n1,2\n")],
  ["text that begins like a zip", text("PK,qty\n1,2\n")],
  ["text that begins with a bracket", text("<5,qty\n1,2\n")],
  ["UTF-16", Buffer.from("\ufeffa;b\n1;2\n", "utf16le")],
  ["windows-1252", Buffer.from("Stück,b\n1,2\n", "latin1")],
])("%s is read as CSV, named as the file is", (_, bytes) => {
  const read = readDataFile(bytes, "usage.csv");
  if (!read.ok) throw new Error(read.failure.message);
  expect(read.grid).toMatchObject({ sheet: "usage.csv", rowCount: 2 });
});

test("an empty file has no rows", () => {
  expect(readDataFile(text(""), "usage.csv")).toMatchObject({ ok: true, grid: { rowCount: 0 } });
});

test("a fault of the format is its own", () => {
  expect(readDataFile(text('a,"b'), "usage.csv")).toMatchObject({ failure: { code: "UNTERMINATED_QUOTE" } });
});

const inExcel = "open it in Excel and save the sheet with the rows as CSV UTF-8.";
const known = `give a file of one of these formats: ${dataFormats.map(({ title }) => title).join(", ")}.`;

test.each([
  ["a workbook", zipParts(smallWorkbook()), `It is an Excel workbook or another zip archive; ${inExcel}`],
  [
    "an old workbook",
    Buffer.from("d0cf11e0a1b11ae100", "hex"),
    `It is an old Office file or one with a password; ${inExcel}`,
  ],
  ["XML", text('\ufeff<?xml version="1.0"?><a/>'), `It is an XML file; ${known}`],
  ["XML without a declaration", text("  <camt:Document/>"), `It is an XML file; ${known}`],
  ["HTML", text("<!DOCTYPE html><table>"), `It is an HTML page; ${known}`],
  ["a PDF", text("%PDF-1.7"), `It is a PDF document; ${known}`],
  ["gzip", Buffer.from("1f8b08", "hex"), `It is a gzip archive; ${known}`],
  ["something binary", text("a,b\n\0"), `It is a binary file; ${known}`],
])("%s is no format that is known", (_, bytes, message) => {
  expect(readDataFile(bytes, "usage.csv")).toEqual({
    ok: false,
    failure: { code: "UNKNOWN_FORMAT", message },
  });
});
