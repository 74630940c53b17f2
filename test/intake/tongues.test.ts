import type { CaseCell } from "./caseBook";
import { base, bill, header, october, usageRows, type Rows } from "./smallBook";

/** What people write in other languages and other words, in a book that bills 150, 60 and 50. */
const whole = { K1: "150.00", K2: "60.00", K3: "50.00" };

const pricesUnder = (title: string): Rows =>
  base.Prices!.map(([contract, product, model, price = null, fee = null], index) =>
    index === 0
      ? [contract!, product!, model!, title, fee]
      : [contract!, product!, model!, typeof price === "number" ? price * 1000 : price, fee],
  );

describe("totals in other words", () => {
  test.each([
    ...["Totaal", "Subtotaal", "Tussentotaal K1", "Somma", "Totaux", "Insgesamt", "Σ", "∑"],
    ...["Gesamtverbrauch", "Monatssumme Oktober"],
  ])("%s", async (word) => {
    const { bills, all } = await bill({ Usage: [header, ...usageRows, [word, null, null, 1800]] });
    expect([bills, all]).toEqual([whole, ["info TOTAL_ROW Usage!A5"]]);
  });
});

describe("dates with names", () => {
  test.each<CaseCell>([
    ...["31. Oktober 2026", "31. Okt. 2026", "31 de octubre de 2026", "31 octobre 2026", "31 ottobre 2026"],
    ...["31 oktober 2026", "Sat 31 Oct 2026", "Saturday, October 31, 2026", "Sa., 31.10.2026", "2026-Oct-31"],
    ...["31OCT2026", "Okt. 2026", "octubre de 2026", "ottobre 2026"],
  ])("%s is the end of October", async (date) => {
    const rows: Rows = [header, ["K1", "Calls", date, 1500], ["K2", "Calls", date, 300]];
    const { bills, run } = await bill({ Usage: rows });
    expect(bills).toEqual(whole);
    expect(Math.floor(run.book.metered!.usage.moments[0]!)).toBe(46326);
  });

  test.each(["Sun 31 Oct 2026", "31 Marketing 2026", "Oct-26"])("%s is none", async (date) => {
    const { said } = await bill({ Usage: [header, ["K1", "Calls", date, 1500], ...usageRows] });
    expect(said).toEqual(["error NOT_A_DATE Usage!C2"]);
  });

  test("months side by side, without a year, are told how to be written", async () => {
    const Usage = [
      ["Contract ID", "Meter", "Aug", "Sept", "Oktober"],
      ["K1", "Calls", 1, 2, 3],
    ];
    const { issues } = await bill({ Usage });
    expect(issues.find(({ code }) => code === "MISSING_COLUMN")!.message).toMatch(
      /where each month has a column, write one row for each/,
    );
  });
});

describe("headers of prices for many units", () => {
  test.each([
    ...["Price (per 1,000)", "Precio por 1.000", "Prix pour 1000", "Prezzo per 1000", "Prijs per 1000"],
    ...["€ per 1,000", "EUR/1000", "Price EUR per 1000", "Unit price (EUR/1000)", "Price p. 1000"],
  ])("%s", async (title) => {
    expect(await bill({ Prices: pricesUnder(title) })).toMatchObject({ bills: whole, said: [] });
  });

  test.each(["Price (USD) per 1,000", "Price per 1000 (USD)", "$/1000"])(
    "%s contradicts EUR",
    async (title) => {
      const { said } = await bill({ Prices: pricesUnder(title) });
      expect(said).toContain("error CURRENCY_MISMATCH Prices!D1");
    },
  );

  test.each(["Price (ct) per 1000", "Rate (per 30 days)", "Price incl. VAT"])(
    "%s is named, and not read as the price of a unit",
    async (title) => {
      const { bills, issues } = await bill({ Prices: pricesUnder(title) });
      expect(bills).toEqual({ K3: "50.00" });
      const [incomplete] = issues.filter(({ code }) => code === "PRICE_INCOMPLETE");
      expect(incomplete!.message).toContain(`not understood here: “${title}”`);
    },
  );

  test.each(["Price excl. VAT", "Preis netto", "Prix HT", "Rate, excl. tax"])(
    "%s is a price",
    async (title) => {
      const Prices = base.Prices!.map(([a, b, c, price = null, fee = null], index) => [
        ...[a!, b!, c!],
        index === 0 ? title : price,
        fee,
      ]);
      expect(await bill({ Prices })).toMatchObject({ bills: whole, said: [] });
    },
  );
});

test("a sheet of an earlier run is never proposed for a table that is missing", async () => {
  const titles = [
    "Invoice number",
    "Line",
    "Contract ID",
    "Price ID",
    "Product",
    "Description",
    "Kind",
    "Tier",
  ];
  const rest = ["Period start", "Period end", "Quantity", "Unit", "Unit price", "Flat fee", "Amount", "Date"];
  const lines = [
    [...titles, ...rest],
    ["INV-1", 1, "K1", "K1 Calls", "Calls", "Calls", "usage"],
  ];
  const { issues } = await bill({ Usage: [], "Invoice lines": lines });
  expect(issues.find(({ code }) => code === "MISSING_TABLE")!.message).not.toContain("Invoice lines");
  const kept = await bill({ Usage: [], October: [header, ["K1", "Calls", october(3), 1]] });
  expect(kept.issues.find(({ code }) => code === "MISSING_TABLE")!.message).toContain("“October”");
});
