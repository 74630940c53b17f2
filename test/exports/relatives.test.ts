import { bytesOf, caseTables, runExport, snapshotOf, type CaseRow, type CaseTables } from "./caseBook";
import { fieldsOf, linesOf, readDatev, readIif, roundedCents } from "./readers";

// Books made by chance, of what months have: discounts, credits, several taxes, two currencies, marks and long texts.

const DOCUMENTS = 140;
const rates: Readonly<Record<string, number>> = { VAT19: 19, VAT7: 7, RC: 0, OUT: 0 };
const texts = [
  "Plattformgebühr Oktober",
  'Größe "XL"; Menge',
  "Zeile eins\nZeile zwei\tTab",
  "Überlänge ".repeat(40),
  "50 % Nachlass – Aktion",
  "Ærø & Ångström, naïve façade",
  "'quoted'",
];

/** Numbers from 0 to below 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

interface Made {
  readonly invoice: CaseRow;
  readonly lines: readonly CaseRow[];
}

function madeDocument(index: number, next: () => number): Made {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)]!;
  const number = `R-${String(index).padStart(5, "0")}`;
  const customer = pick(["C-001", "C-002", "C-003"]);
  const sign = next() < 0.2 ? -1 : 1;
  const codes = pick([["VAT19"], ["VAT19", "VAT7"], ["RC"], ["OUT"], ["VAT7", "VAT19"]]);
  const lines = Array.from({ length: 1 + Math.floor(next() * 6) }, (_, line): CaseRow => {
    const isDiscount = line > 0 && next() < 0.25;
    const quantity = isDiscount ? 1 : Math.ceil(next() * 5000) / pick([1, 10, 1000]);
    const price = (isDiscount ? -1 : 1) * (Math.ceil(next() * 90_000) / pick([100, 10_000]));
    return {
      "Invoice number": number,
      Line: line + 1,
      Product: pick(["Platform", "API calls", "Support"]),
      Description: pick(texts),
      Kind: isDiscount ? "discount" : "usage",
      "Period start": "2026-10-01",
      "Period end": "2026-10-31",
      Quantity: sign * quantity,
      Unit: pick(["call", "GB", "month"]),
      "Unit price": price,
      Amount: (sign * Math.round(Number((quantity * price * 100).toFixed(6)))) / 100,
      "Tax code": pick(codes),
    };
  });
  const cents = (rows: readonly CaseRow[]) =>
    rows.reduce((sum, row) => sum + Math.round(Number(row.Amount) * 100), 0);
  const tax = codes.reduce((sum, code) => {
    const base = cents(lines.filter((row) => row["Tax code"] === code));
    return sum + Math.sign(base) * Math.round((Math.abs(base) * rates[code]!) / 100);
  }, 0);
  const subtotal = cents(lines);
  const isCredit = subtotal < 0;
  const month = pick(["10", "11"]);
  return {
    lines: lines.map((row) => ({ ...row, "Tax rate": rates[String(row["Tax code"])]! / 100 })),
    invoice: {
      "Invoice number": number,
      Status: "Issued",
      Type: isCredit ? "Credit note" : "Invoice",
      "Customer ID": customer,
      "Customer name": pick([
        'Müller, "Söhne" & Co KG',
        "Ångström & Ærø A/S",
        "Größenwahn GmbH; Abt. Überbau",
      ]),
      "Invoice date": `2026-${month}-15`,
      "Due date": `2026-${month}-30`,
      Currency: next() < 0.3 ? "USD" : "EUR",
      Subtotal: subtotal / 100,
      Tax: tax / 100,
      Total: (subtotal + tax) / 100,
    },
  };
}

function madeBook(seed: number): CaseTables {
  const next = chance(seed);
  const made = Array.from({ length: DOCUMENTS }, (_, index) => madeDocument(index + 1, next));
  return {
    ...caseTables,
    Invoices: made.map(({ invoice }) => invoice),
    "Invoice lines": made.flatMap(({ lines }) => lines),
  };
}

const SEEDS = [7, 2026];
const books = new Map(SEEDS.map((seed) => [seed, madeBook(seed)]));

/** What a target wrote of a book, and cents by document as the book has them. */
function exported(target: string, seed: number) {
  const book = books.get(seed)!;
  const run = runExport(target, snapshotOf(book));
  const left = new Set(run.leftOut.map(({ invoiceNumber }) => invoiceNumber));
  const kept = book.Invoices!.filter((row) => !left.has(String(row["Invoice number"])));
  const cents = (title: string) =>
    new Map(kept.map((row) => [String(row["Invoice number"]), Math.round(Number(row[title]) * 100)]));
  const lines = new Map<string, number>();
  for (const row of book["Invoice lines"]!) {
    const number = String(row["Invoice number"]);
    lines.set(number, (lines.get(number) ?? 0) + 1);
  }
  return { files: bytesOf(run), left, kept, cents, lines, leftOut: run.leftOut };
}

const centsOf = (text: string): number => {
  if (!/^-?\d+\.\d{2}$/.test(text)) throw new Error(`no amount: ${text}`);
  return Number(text.replace(".", ""));
};

/** Rows of a CSV with their titles; every row is as wide as the titles. */
function rowsOf(file: Buffer): ReadonlyMap<string, string>[] {
  const [titles, ...rows] = linesOf(file.toString()).map((line) =>
    fieldsOf(line, ",").map(({ text }) => text),
  );
  return rows.map((fields) => {
    expect(fields).toHaveLength(titles!.length);
    expect(fields.filter((text) => /[\r\n\t]/.test(text))).toEqual([]);
    return new Map(titles!.map((title, index) => [title, fields[index]!]));
  });
}

const sumsOf = (rows: Iterable<readonly [string, number]>): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const [number, cents] of rows) sums.set(number, (sums.get(number) ?? 0) + cents);
  return sums;
};

const notInEuro = (seed: number) =>
  new Set(
    books
      .get(seed)!
      .Invoices!.filter((row) => row.Currency !== "EUR")
      .map((row) => String(row["Invoice number"])),
  );

describe.each(SEEDS)("a book made by chance, %s", (seed) => {
  it("datev: each batch is of one month, and documents in euro add up to their totals", () => {
    const { files, left, cents } = exported("datev", seed);
    expect(left).toEqual(notInEuro(seed));
    const rows = [...files.values()].map(readDatev).flatMap(({ from, rows: all }) =>
      all.map((row) => {
        expect(row.day.slice(2)).toBe(from.slice(4, 6));
        return [row.document, row.cents] as const;
      }),
    );
    expect(sumsOf(rows)).toEqual(cents("Total"));
  });

  it("quickbooks-desktop: transactions come to 0 and are of the type of their sign", () => {
    const { files, left, cents } = exported("quickbooks-desktop", seed);
    expect(left).toEqual(notInEuro(seed));
    const transactions = [...files.values()].flatMap(readIif);
    expect(new Map(transactions.map(({ number, total }) => [number, total]))).toEqual(cents("Total"));
    for (const { number, total, splits, type } of transactions) {
      expect([number, splits.reduce((sum, split) => sum + split.cents, total)]).toEqual([number, 0]);
      expect(type).toBe(total < 0 ? "CREDIT MEMO" : "INVOICE");
      for (const split of splits) expect(split.product ?? split.cents).toBe(split.cents);
    }
  });

  it("oracle-autoinvoice: 289 fields, keys used once, a row a line, amounts of quantity and price", () => {
    const { files, cents, lines } = exported("oracle-autoinvoice", seed);
    const rows = [...files.values()].flatMap((file) =>
      linesOf(file.toString()).map((line) => fieldsOf(line, ",").map(({ text }) => text)),
    );
    for (const row of rows) expect(row).toHaveLength(289);
    expect(new Set(rows.map((row) => row.slice(36, 39).join("|"))).size).toBe(rows.length);
    expect(rows.length).toBe([...lines.values()].reduce((sum, count) => sum + count, 0));
    for (const row of rows) {
      expect(Number(row[34])).toBeGreaterThanOrEqual(0);
      expect(Math.abs(Number(row[32]) * Number(row[34]) - Number(row[31]))).toBeLessThan(0.0051);
    }
    expect(sumsOf(rows.map((row) => [row[6]!, centsOf(row[31]!)]))).toEqual(cents("Subtotal"));
  });

  it.each(["sap-journal", "journal"])("%s: debit is credit, one side a row, never below 0", (target) => {
    const { files, cents } = exported(target, seed);
    const isSap = target === "sap-journal";
    const [debit, credit] = isSap
      ? ["Transaction Currency Debit", "Transaction Currency Credit"]
      : ["Debit", "Credit"];
    const number = isSap ? "Assignment (18)" : "Entry";
    const rows = [...files.values()].flatMap(rowsOf).map((row) => {
      const [left, right] = [row.get(debit)!, row.get(credit)!];
      expect([left, right].filter((text) => text !== "")).toHaveLength(1);
      expect(centsOf(left || right)).toBeGreaterThan(0);
      return [row.get(number)!, left === "" ? -centsOf(right) : centsOf(left)] as const;
    });
    const sums = sumsOf(rows);
    const owed = [...cents("Total")].filter(([, total]) => total !== 0).map(([key]) => key);
    expect(new Set(sums.keys())).toEqual(new Set(owed));
    expect([...sums.values()].every((sum) => sum === 0)).toBe(true);
    if (!isSap) return;
    for (const row of [...files.values()].flatMap(rowsOf))
      for (const [title, text] of row) {
        const longest = /\((\d+)\)/.exec(title)?.[1];
        if (longest !== undefined) expect([title, text.length <= Number(longest)]).toEqual([title, true]);
      }
  });

  it.each([
    ["quickbooks-online", "ItemAmount", "ItemTaxAmount"],
    ["netsuite", "Amount", undefined],
  ])("%s: credits apart and positive, sums those of the documents", (target, amount, tax) => {
    const { files, cents } = exported(target, seed);
    const totals = cents("Subtotal");
    const taxes = cents("Tax");
    const seen = new Set<string>();
    for (const [name, file] of files) {
      const sign = name.includes("-credits-") ? -1 : 1;
      const rows = rowsOf(file);
      // A document's number is its first column, whatever it is called there.
      const [number = ""] = rows[0]!.keys();
      const documents = new Set(rows.map((row) => row.get(number)!));
      if (target === "quickbooks-online") expect(documents.size).toBeLessThanOrEqual(100);
      for (const [key, sum] of sumsOf(rows.map((row) => [row.get(number)!, centsOf(row.get(amount)!)]))) {
        expect([key, sign * sum]).toEqual([key, totals.get(key)]);
        expect(seen.has(key)).toBe(false);
        seen.add(key);
      }
      if (tax !== undefined)
        for (const [key, sum] of sumsOf(rows.map((row) => [row.get(number)!, centsOf(row.get(tax)!)])))
          expect([key, sign * sum || 0]).toEqual([key, taxes.get(key)]);
    }
    expect(seen.size).toBe(totals.size);
  });

  it("xero: quantity times price is the amount before tax, each line with its rate", () => {
    const { files, cents } = exported("xero", seed);
    const sums = new Map<string, number>();
    for (const file of files.values())
      for (const row of rowsOf(file)) {
        const number = row.get("*InvoiceNumber")!;
        const amount = Number(row.get("*Quantity")) * Number(row.get("*UnitAmount"));
        sums.set(number, (sums.get(number) ?? 0) + roundedCents(amount));
        expect(row.get("*TaxType")).not.toBe("");
        expect(row.get("*InvoiceDate")).toMatch(/^\d{2}\/\d{2}\/\d{4}$/);
      }
    expect(sums).toEqual(cents("Subtotal"));
  });

  it("sage-50: net and tax of the documents in its currency, positive by type", () => {
    const { files, left, cents } = exported("sage-50", seed);
    expect(left).toEqual(notInEuro(seed));
    const rows = [...files.values()].flatMap((file) =>
      linesOf(file.toString()).map((line) => fieldsOf(line, ",").map(({ text }) => text)),
    );
    const sign = (row: readonly string[]) => (row[0] === "SC" ? -1 : 1);
    for (const row of rows) {
      expect(row).toHaveLength(13);
      expect(["SI", "SC"]).toContain(row[0]);
      expect([row[1]!.length <= 8, row[5]!.length <= 8, row[6]!.length <= 60]).toEqual([true, true, true]);
    }
    const sums = (field: number) => sumsOf(rows.map((row) => [row[11]!, sign(row) * centsOf(row[field]!)]));
    expect([sums(7), sums(9)]).toEqual([cents("Subtotal"), cents("Tax")]);
  });
});
