import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { parseIsoDay } from "../../src/core/calendar/day";
import { monthOf } from "../../src/core/calendar/period";
import { registered } from "../../src/core/invoicing/registerChanges";
import { billPeriod } from "../../src/core/run/billingRun";
import { sheet, workbook } from "./support/sheets";

setFlagsFromString("--allow-natives-syntax");
const isOneShape = runInThisContext("(a, b) => %HaveSameMap(a, b)") as (a: object, b: object) => boolean;

/** How many shapes V8 has made for objects that are all alike. */
function shapesOf(objects: readonly object[]): number {
  const shapes: object[] = [];
  for (const one of objects) if (!shapes.some((other) => isOneShape(one, other))) shapes.push(one);
  return shapes.length;
}

const CONTRACTS = 80;
/** Some are made before V8 has settled. */
const MOST_SHAPES = CONTRACTS / 4;
const start = { date: 46_000 };
const times = <Row>(rowOf: (index: number) => Row) => Array.from({ length: CONTRACTS }, (_, at) => rowOf(at));

describe("what is made by the thousand keeps one shape (decision 276)", () => {
  const book = workbook([
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start date", "Currency"],
      ...times((index) => [`C-${String(index)}`, `K-${String(index)}`, start, "EUR"]),
    ]),
    sheet("Prices", [
      ["Contract ID", "Product", "Pricing model", "Unit price"],
      ...times((index) => [`C-${String(index)}`, "Calls", "per_unit", 0.25]),
    ]),
    sheet("Usage", [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ...times((index) => [`C-${String(index)}`, "Calls", { date: 46_300 }, 3]),
    ]),
  ]);
  const period = monthOf(parseIsoDay("2026-10-01")!);
  const result = billPeriod(book, { period, asOf: undefined, giveNumbers: false });
  const invoices = result.ok ? result.run.invoices : [];
  const items = invoices.flatMap(({ lines }) => lines.flatMap(({ item }) => item ?? []));
  const documents = invoices.map((invoice) => registered(invoice, { sheet: "Invoices", row: 1, column: 0 }));

  it.each([
    ["prices", () => items.flatMap(({ price }) => price ?? [])],
    ["rows of lines", () => documents.flatMap(({ lines }) => lines.map(({ record }) => record))],
  ])("%s", (_, of) => {
    expect(of()).toHaveLength(CONTRACTS);
    expect(shapesOf(of())).toBeLessThan(MOST_SHAPES);
  });
});
