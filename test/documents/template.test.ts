import { createHash } from "node:crypto";
import { pdfFonts } from "../../src/cli/documents/pdfFonts";
import { printDocuments, type Snapshot } from "../../src/core/api";
import { documentPdf } from "../../src/pdf/documentPdf";
import { sheet } from "../properties/support/sheets";
import { casesBook, setting, type Changes } from "./casesBook";

const template = [
  ["{{logo}}", "", ""],
  ["# {{title}} {{number}}", "", ""],
  ["{{seller.name}}", "", "{{date}}"],
  ["{{customer.name}}", "", ""],
  ["{{customer.address}}", "", ""],
  ["{{#draft}}{{text}}{{/draft}}", "", ""],
  ["**What**", "**How many**", "**How much**"],
  ["{{#lines}}{{description}}", "{{quantity}}", "{{amount}}{{/lines}}"],
  ["{{#taxes}}", "", ""],
  ["{{label}}", "", "{{amount}}"],
  ["{{/taxes}}", "", ""],
  ["**{{totalLabel}}**", "", "**{{total}}**"],
  ["{{corrects}}", "", ""],
  ["{{payment}}", "", ""],
  ["{{qr}}", "", ""],
  ["Thank you, {{customer.nmae}}", "", ""],
];

const book = (name: string, changes: Changes = {}): Snapshot => {
  const cases = casesBook(changes);
  return { ...cases, grids: [...cases.grids, sheet(name, template)] };
};

const print = (snapshot: Snapshot) => printDocuments(snapshot, { holds: () => true, withDrafts: true });
const fileOf = (snapshot: Snapshot, number = "INV-2026-0001") =>
  print(snapshot).files.find(({ document }) => document.invoiceNumber === number)!;

it("fills the tags of a sheet called Template with the figures of the document, a row for each line", () => {
  const rows = fileOf(book("Template")).printed.rows!.map(({ cells }) => cells);
  expect(rows.slice(1, 4)).toEqual([
    ["# Invoice INV-2026-0001", "", ""],
    ["Nordlicht Software GmbH", "", "31 Oct 2026"],
    ['Müller, "Söhne" & Co KG', "", ""],
  ]);
  expect(rows.filter(([, , amount]) => amount !== "").map(([, , amount]) => amount)).toEqual([
    "31 Oct 2026",
    "**How much**",
    ...["490.00", "120.00", "46.56", "−24.50"],
    "120.09",
    "**752.15**",
  ]);
  expect(rows.flat().filter((cell) => cell.includes("{{"))).toEqual(["{{logo}}", "{{qr}}"]);
});

it("says in which cell a tag stands for nothing, and which template is not there", () => {
  const { issues } = print(book("Template"));
  expect(issues.map(({ code, value, at }) => [code, value, at.sheet, at.row])).toEqual([
    ["UNKNOWN_TAG", "{{customer.nmae}}", "Template", 15],
  ]);
  const named = { Customers: setting((row) => row["Customer ID"] === "C-002", { Template: "Formal" }) };
  expect(print(casesBook(named)).issues.map(({ code, at }) => [code, at.sheet])).toEqual([
    ["NO_TEMPLATE", "Customers"],
  ]);
  const formal = book("Formal", named);
  expect(fileOf(formal, "INV-2026-0002").printed.rows).toBeDefined();
  expect(fileOf(formal).printed.rows).toBeUndefined();
});

it("is laid out by its rows, tagged as paragraphs and a table, the same bytes every time", () => {
  const fonts = pdfFonts();
  const idOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  const { printed } = fileOf(book("Template"));
  const { bytes, pages, missing } = documentPdf(printed, { fonts, idOf });
  const text = Buffer.from(bytes).toString("latin1");
  expect([pages, missing]).toEqual([1, []]);
  for (const type of ["/S /Table", "/S /TR", "/S /TD", "/S /P", "/S /Figure"]) expect(text).toContain(type);
  expect(documentPdf(printed, { fonts, idOf }).bytes).toEqual(bytes);
});
