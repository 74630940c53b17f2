import { readFileSync } from "node:fs";
import { bookOfSheets, invoicesSheet, sessionOf } from "../../../../test/pane/sessionBooks";

const font = (name: string) =>
  new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${name}.ttf`)));
const fonts = {
  regular: font("400Regular/NotoSans_400Regular"),
  bold: font("700Bold/NotoSans_700Bold"),
};
const request = { profile: "", asOf: "", language: "de", invoices: "", drafts: false };

const book = () =>
  bookOfSheets({
    Invoices: invoicesSheet(
      ["INV-1", "Issued", "C-1", "Acme Ltd", "2026-10-01", "2026-10-31", "EUR", 100],
      ["INV-2", "Issued", "C-2", "Byte GmbH", "2026-10-05", "2026-11-04", "EUR", 250],
    ),
    "Invoice lines": [
      ["Invoice number", "Line", "Product", "Amount"],
      ["INV-1", 1, "Support", 100],
      ["INV-2", 1, "Support", 250],
    ],
    Settings: [
      ["Key", "Value"],
      ["Company IBAN", "DE89 3704 0044 0532 0130 01"],
    ],
  });

it("shows which files there would be, and what is worth knowing of them", async () => {
  const session = sessionOf(await book());
  const view = session.ask("documents", "preview", request);
  expect(view.files.map(({ number, name }) => [number, name])).toEqual([
    ["INV-1", "INV-1 Acme Ltd.pdf"],
    ["INV-2", "INV-2 Byte GmbH.pdf"],
  ]);
  expect(view.remarks.map(({ at }) => at.sheet)).toEqual(["Settings"]);
  const eInvoices = session.ask("documents", "preview", { ...request, profile: "xrechnung-3.0" });
  expect(eInvoices.files).toEqual([]);
  expect(new Set(eInvoices.leftOut.map(({ invoiceNumber }) => invoiceNumber)).size).toBe(2);
  expect(() => session.ask("documents", "preview", { ...request, invoices: "Colour=red" })).toThrow(
    "Colour=red",
  );
  for (const invoices of ["INV-1, INV-99", "inv-99"])
    expect(() => session.ask("documents", "preview", { ...request, invoices })).toThrow(
      /^the workbook has no document (?:INV|inv)-99; nothing is written$/,
    );
});

it("makes files in parts, and one of all with the list for sending them", async () => {
  const session = sessionOf(await book());
  const parts = [0, 1].map((from) => session.ask("documents", "make", request, from, from + 1, fonts));
  const files = parts.flatMap((part) => part.files);
  expect(files.map(({ name, bytes }) => [name, String.fromCharCode(...bytes.subarray(0, 5))])).toEqual([
    ["INV-1 Acme Ltd.pdf", "%PDF-"],
    ["INV-2 Byte GmbH.pdf", "%PDF-"],
  ]);
  const again = session.ask("documents", "make", request, 0, 2, fonts);
  expect(again.files.map(({ bytes }) => bytes)).toEqual(files.map(({ bytes }) => bytes));
  const zip = Buffer.from(session.ask("documents", "archive", request, files)).toString("latin1");
  for (const name of ["INV-1 Acme Ltd.pdf", "INV-2 Byte GmbH.pdf", "send-list.csv"])
    expect(zip).toContain(name);
});
