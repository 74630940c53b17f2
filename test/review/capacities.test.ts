import { Bench, saidBy } from "./support/bench";
import { bytesOf, type BookTables } from "./support/smallBook";

/** A fee by the peaks of two meters, which have rows of Meters, and nothing else that reads them. */
const capacities: BookTables = {
  Contracts: [
    {
      "Contract ID": "K1",
      "Customer ID": "C1",
      "Customer name": "Heron",
      "Start date": "2026-10-01",
      Currency: "EUR",
    },
  ],
  Prices: [{ "Contract ID": "K1", "Price ID": "P1", Product: "Plan", "Pricing model": "capacity" }],
  Tiers: [
    { "Price ID": "P1", Limits: "seats 100; GB 1000", "Flat fee": 500 },
    { "Price ID": "P1", Limits: undefined, "Flat fee": 900 },
  ],
  Meters: [
    { Meter: "seats", Unit: "seat" },
    { Meter: "GB", Unit: undefined },
  ],
  Usage: [
    { "Contract ID": "K1", Meter: "seats", Date: "2026-10-05", Quantity: 90 },
    { "Contract ID": "K1", Meter: "GB", Date: "2026-10-06", Quantity: 800 },
  ],
};

const billed = async (book: BookTables) => new Bench(await bytesOf(book));

it("a document of a capacity is sealed with the meters that its steps name", async () => {
  const { bench } = await (await billed(capacities)).bill();
  const issued = (await bench.act("issue", { by: "Zoe" })).bench;
  const sealed = (await issued.table("Seals")).filter(({ Table }) => Table === "Meters");
  expect(sealed.map(({ Key }) => Key)).toEqual(["seats", "GB"]);
  expect(saidBy(await issued.verify())).toEqual([]);
  const unit = await issued.cell("Meters", "Unit", { Meter: "seats" });
  const verified = await (await issued.edit({ [unit]: "chair" })).verify();
  expect(verified.result).toBe("FAIL");
});

it("usage of a capacity that came after a month was closed without it is billed late", async () => {
  const [seats, gigabytes] = capacities.Usage!;
  const step = { Period: "2026-10", Step: "Nothing to bill", State: "Done", "Done by": "Mia" };
  const later = { ...capacities, Usage: [{ ...seats!, Date: "2026-11-05" }], Checklist: [step] };
  const closed = (await (await billed(later)).close({ by: "Emil" })).bench;
  const withUsage = await closed.change((book) => {
    const sheet = book.getWorksheet("Usage")!;
    const titles = (sheet.getRow(1).values as string[]).slice(1);
    sheet.addRow(titles.map((title) => gigabytes![title] ?? null));
  });
  const { run } = await withUsage.bill({ period: "2026-11", asOf: "2026-11-30" });
  const lines = run.invoices.flatMap((invoice) => invoice.lines);
  expect(lines.map(({ amount }) => amount.toFixed(2))).toEqual(["500.00", "500.00"]);
});
