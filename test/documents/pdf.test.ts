import { createHash } from "node:crypto";
import { pdfFonts } from "../../src/cli/documents/pdfFonts";
import { printDocuments, unprintable } from "../../src/core/api";
import { documentPdf } from "../../src/pdf/documentPdf";
import { textsOf } from "./pdfTexts";
import { caseFile, casesBook, setting, withSettings, type Changes } from "./casesBook";

const fonts = pdfFonts();
const idOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 32);

function printed(changes: Changes = {}, withDrafts = false) {
  const { files } = printDocuments(casesBook(changes), { holds: () => true, withDrafts });
  return new Map(files.map((file) => [file.document.invoiceNumber, file]));
}

const inLanguage = (language: string) => ({ Customers: setting(() => true, { Language: language }) });

it("holds the texts of the document, one page, tagged, with its fonts, and the same bytes every time", () => {
  const file = printed().get("INV-2026-0001")!;
  const { bytes, pages, missing } = documentPdf(file.printed, { fonts, idOf });
  expect([pages, missing, file.printed.qr]).toEqual([1, [], caseFile("epc.txt")]);
  expect(bytes.length).toBeLessThan(100_000);
  const [text = ""] = textsOf(bytes);
  for (const said of [
    'Müller, "Söhne" & Co KG',
    "INV-2026-0001",
    "API calls above 10,000",
    "752.15",
    "Page 1 of 1",
  ])
    expect(text).toContain(said);
  const raw = Buffer.from(bytes).toString("latin1");
  for (const part of [
    "/MarkInfo << /Marked true >>",
    "/StructTreeRoot",
    "/FontFile2",
    "<pdfaid:part>3",
    "/OutputIntents",
  ])
    expect(raw).toContain(part);
  expect(documentPdf(printed().get("INV-2026-0001")!.printed, { fonts: pdfFonts(), idOf }).bytes).toEqual(
    bytes,
  );
});

it.each([
  ["de-AT", "Rechnung an", "1.234", "31.10.2026", "Seite 1 von 1"],
  ["fr", "Facturé à", "1\u00a0234", "31/10/2026", "Page 1 sur 1"],
  ["es", "Facturar a", "1.234", "31/10/2026", "Página 1 de 1"],
  ["Nederlands", "Factuur aan", "1.234", "31-10-2026", "Pagina 1 van 1"],
  ["it", "Intestata a", "1.234", "31/10/2026", "Pagina 1 di 1"],
  ["pl", "Bill to", "1,234", "31 Oct 2026", "Page 1 of 1"],
])("speaks %s", (language, billTo, thousand, day, page) => {
  const changes = {
    ...inLanguage(language),
    "Invoice lines": setting(() => true, { Quantity: 1234 }),
  };
  const { bytes } = documentPdf(printed(changes).get("INV-2026-0001")!.printed, { fonts, idOf });
  const [text = ""] = textsOf(bytes);
  for (const said of [billTo, thousand, day, page]) expect(text).toContain(said);
});

it("says on every page that it is a draft, and asks for no payment", () => {
  const lines: Changes[string] = (rows) => [
    ...rows,
    ...Array.from({ length: 60 }, (_, index) => ({
      ...rows.find((row) => row["Invoice number"] === "DRAFT-K-C-003-2026-10-EUR")!,
      Line: index + 2,
    })),
  ];
  const file = printed({ "Invoice lines": lines }, true).get("DRAFT-K-C-003-2026-10-EUR")!;
  const { bytes, pages } = documentPdf(file.printed, { fonts, idOf });
  const texts = textsOf(bytes);
  expect([pages, texts.length]).toEqual([2, 2]);
  for (const [index, text] of texts.entries()) {
    expect(text).toContain("DRAFT");
    expect(text).toContain(`Page ${String(index + 1)} of 2`);
    expect(text).not.toContain("IBAN");
  }
  expect(file.printed.qr).toBeUndefined();
});

it("names files by Settings, and links to where an invoice is paid", () => {
  const changes = {
    Settings: withSettings({
      "Document name": "{date} {id} {number}.pdf",
      "Payment link": "https://pay.example/{number}?a={amount}",
    }),
  };
  const file = printed(changes).get("INV-2026-0001")!;
  expect(file.name).toBe("2026-10-31 C-001 INV-2026-0001.pdf");
  expect(file.printed.link).toBe("https://pay.example/INV-2026-0001?a=752.15");
});

it.each([
  ["an amount in dollars", { Invoices: setting(() => true, { Currency: "USD" }) }],
  ["a wrong IBAN", { Settings: withSettings({ "Company IBAN": "DE88370400440532013000" }) }],
])("makes no code to pay for %s", (_, changes) => {
  expect(printed(changes).get("INV-2026-0001")!.printed.qr).toBeUndefined();
});

it.each([
  ["Customers", "City", "Customers.City"],
  ["Invoice lines", "Description", "Invoice lines.Description"],
  ["Invoices", "PO number", "Invoices.PO number"],
])("names the signs that the fonts lack, and their cell in %s", (table, column, field) => {
  const file = printed({ [table]: setting(() => true, { [column]: "東京" }) }).get("INV-2026-0001")!;
  const { missing } = documentPdf(file.printed, { fonts, idOf });
  expect(missing).toEqual(["東", "京"]);
  expect(unprintable(file, missing)).toMatchObject({ field, at: { sheet: table } });
});

it("carries the e-invoice as a file of its own, and says so in its metadata", () => {
  const xml = new TextEncoder().encode("<rsm:CrossIndustryInvoice/>");
  const attachment = { name: "factur-x.xml", description: "Factur-X", bytes: xml, date: "D:20261031000000Z" };
  const { bytes } = documentPdf(printed().get("INV-2026-0001")!.printed, { fonts, idOf, attachment });
  const raw = Buffer.from(bytes).toString("latin1");
  for (const part of [
    "/AFRelationship /Alternative",
    "/EmbeddedFiles",
    "<fx:ConformanceLevel>EN 16931<",
    "/text#2Fxml",
  ])
    expect(raw).toContain(part);
});

const swissSeller = {
  "Company name": "Bergblick AG",
  "Company street": "Seestrasse 9",
  "Company postal code": "8002",
  "Company city": "Zürich",
  "Company country": "CH",
};

it.each([
  ["CH58 0079 1123 0008 8901 2", "SCOR", "RF16 INV2 0260 001"],
  ["CH44 3199 9123 0008 8901 2", "QRR", "00 00000 00000 00000 00020 26000"],
])(
  "draws the slip of a Swiss QR bill below, with its code and its reference: %s",
  (iban, kind, reference) => {
    const changes = {
      Settings: withSettings({ ...swissSeller, "Company IBAN": iban }),
      ...inLanguage("de"),
    };
    const { printed: document } = printed(changes).get("INV-2026-0001")!;
    expect(document.bill?.kind).toBe(kind);
    expect(document.qr?.split("\n").slice(0, 4)).toEqual(["SPC", "0200", "1", iban.replaceAll(" ", "")]);
    const { bytes, pages } = documentPdf(document, { fonts, idOf });
    const text = textsOf(bytes).at(-1) ?? "";
    for (const said of [
      "Zahlteil",
      "Empfangsschein",
      "Konto / Zahlbar an",
      reference.slice(0, 12),
      "752.15",
      iban,
    ])
      expect(text).toContain(said);
    expect(pages).toBe(1);
  },
);

it("says why there is no code to pay by, once, at the setting that is wrong", () => {
  const wrong = { Settings: withSettings({ "Company IBAN": "CH58 0079 1123 0008 8901 3" }) };
  const { issues } = printDocuments(casesBook(wrong), { holds: () => true, withDrafts: false });
  expect(issues.map(({ code, at, value }) => [code, at.sheet, value])).toEqual([
    ["NO_PAYMENT_CODE", "Settings", "CH58 0079 1123 0008 8901 3"],
  ]);
});

it("shows the logo above the seller, with what it says for those who cannot see it", () => {
  const raw = { width: 2, height: 1, entries: "/ColorSpace /DeviceRGB /BitsPerComponent 8", isRaw: true };
  const logo = { ...raw, data: new Uint8Array([255, 0, 0, 0, 0, 255]), alpha: new Uint8Array([255, 128]) };
  const { bytes, pages } = documentPdf(printed().get("INV-2026-0001")!.printed, { fonts, idOf, logo });
  const text = Buffer.from(bytes).toString("latin1");
  expect([pages, text.split("/Subtype /Image").length]).toEqual([1, 3]);
  expect(text).toContain("/SMask");
  expect(text).toContain("/S /Figure");
});
