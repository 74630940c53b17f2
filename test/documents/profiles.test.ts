import { billPeriod, packPlan, packs, parsePeriod, planWrites, type Snapshot } from "../../src/core/api";
import { makeEInvoices } from "../../src/core/eInvoice/eInvoices";
import { findProfile } from "../../src/core/eInvoice/profiles/registry";
import type { SyntaxId } from "../../src/core/eInvoice/syntax/syntaxes";
import { readInputs } from "../../src/core/run/prepareBook";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { unheard } from "../../src/core/issues/issue";
import { sheet } from "../properties/support/sheets";
import { shortExample } from "../support/shortExample";

const books: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string | undefined])[] = [
  ["the example", shortExample, undefined],
  ...packs.map((pack) => [pack.id, () => applyPlan(emptyPackage(), packPlan(pack)), "2026-10"] as const),
];

/** The workbook with its invoices, numbered; usage is billed by then, and not looked at any more. */
async function billed(book: Uint8Array, period: string | undefined): Promise<Snapshot> {
  const reading = await readWorkbook(book);
  if (!reading.ok) throw new Error(reading.failure.message);
  const { snapshot } = reading;
  const options = { period: period === undefined ? undefined : parsePeriod(period), asOf: undefined };
  const result = billPeriod(snapshot, { ...options, giveNumbers: true });
  if (!result.ok) throw new Error(result.reason);
  const { plan } = planWrites(result.run, snapshot, {
    when: { day: result.run.book.asOf, time: 0 },
    who: "",
    engineVersion: "",
    sha256: () => "",
    parameters: "",
    sheetLimit: 0,
  });
  const written = await readWorkbook(applyPlan(reading.package, plan));
  if (!written.ok) throw new Error(written.failure.message);
  const { grids, tables } = written.snapshot;
  const isOther = ({ sheet: name }: { readonly sheet: string }) => name !== "Usage";
  return { ...written.snapshot, grids: grids.filter(isOther), tables: tables.filter(isOther) };
}

const SELLER: readonly (readonly [string, string])[] = [
  ["Company name", "Example GmbH"],
  ["Company tax ID", "DE123456788"],
  ["Company street", "Example Street 1"],
  ["Company city", "Hamburg"],
  ["Company postal code", "20457"],
  ["Company country", "DE"],
  ["Company electronic address", "4012345000009"],
  ["Company electronic address scheme", "0088"],
  ["Company contact", "Ines Albers"],
  ["Company phone", "+49 40 5550 1234"],
  ["Company email", "billing@example.example"],
  ["Company IBAN", "DE89 3704 0044 0532 0130 00"],
];

/** The book with a seller, with buyers and with categories of tax, as an accountant fills what was named as missing. */
function completed(snapshot: Snapshot): Snapshot {
  const { catalog, register, settings } = readInputs(snapshot, unheard);
  const customers = new Map(
    register.invoices.map(({ customerId = "", customerName }) => [customerId, customerName]),
  );
  const titles = ["Customer ID", "Customer name", "Address line 1", "City", "Postal code", "Country"];
  const more = ["Buyer reference", "Electronic address", "Electronic address scheme"];
  const rows = [...customers].map(([id, name]) => {
    return [id, name ?? id, "Am Markt 3", "Bremen", "28195", "DE", "REF-1", "4098765000003", "0088"];
  });
  const codes = [...catalog.taxCodes.values()].flatMap((rates) =>
    rates.map(({ taxCode, rate }) => [
      taxCode,
      { percent: rate.toNumber() },
      taxCode,
      rate.isZero() ? "Z" : "S",
    ]),
  );
  const known = new Set(["settings", "customers", "tax codes"]);
  return {
    ...snapshot,
    tables: snapshot.tables.filter(({ name }) => !known.has(name.toLowerCase())),
    grids: [
      ...snapshot.grids.filter((grid) => !known.has(grid.sheet.toLowerCase())),
      sheet("Settings", [
        ["Key", "Value"],
        ...SELLER,
        ["Currency", settings.currency],
        ["Tax code", codes[0]?.[0]],
      ]),
      sheet("Customers", [[...titles, ...more], ...rows]),
      sheet("Tax codes", [["Tax code", "Rate", "Name", "Category"], ...codes]),
    ],
  };
}

describe.each(books)("invoices of %s", (_, bytes, period) => {
  let snapshot: Snapshot;
  beforeAll(async () => {
    snapshot = await billed(await bytes(), period);
  });

  // Each has the rules of EN 16931 in its syntax, and more.
  const ways = (["peppol-bis-3 ubl", "xrechnung-3.0 cii"] as const).map((way) => {
    const [id = "", syntax = "ubl"] = way.split(" ");
    return [id, syntax as SyntaxId, findProfile(id)!] as const;
  });
  const run = (book: Snapshot, [, syntax, profile]: (typeof ways)[number]) =>
    makeEInvoices(book, { profile, syntax, isInPdf: false, holds: () => true });

  it("are left out with the cells that are missing, or written", () => {
    const { register } = readInputs(snapshot, unheard);
    const issued = register.invoices.filter(({ isFinal, isVoid }) => isFinal && !isVoid);
    expect(issued.length).toBeGreaterThan(0);
    for (const way of ways) {
      const { files, leftOut } = run(snapshot, way);
      const told = new Set(leftOut.map(({ invoiceNumber }) => invoiceNumber));
      expect(files.length + told.size).toBe(issued.length);
      expect(leftOut.filter(({ field, at }) => !field.startsWith(`${at.sheet}.`) && at.sheet === "")).toEqual(
        [],
      );
    }
  });

  it("are valid in every profile once these are filled", () => {
    const book = completed(snapshot);
    for (const way of ways) {
      const { leftOut, files } = run(book, way);
      expect(
        leftOut.map(({ invoiceNumber, code, message }) => [way[0], invoiceNumber, code, message]),
      ).toEqual([]);
      expect(files.length).toBeGreaterThan(0);
    }
  });
});
