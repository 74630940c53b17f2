import { planWrites, billPeriod, parsePeriod, type PlannedRow, type PlannedSheet } from "../../src/core/api";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { freshOfficePerTest, written } from "./openedOffice";

const CONTRACTS = 340;
const METERS = 5;
const TIERS = "10: 0.31; 100: 0.237; *: 0.1";
/** As many as a plan of this size may take: with comparing what was read, and with reading what was written. */
const MOST_TRIPS = 20;
/** Undo compares and puts back. */
const MOST_UNDO_TRIPS = 10;

const id = (index: number) => `CT-${String(index + 1).padStart(4, "0")}`;
const cells = (row: readonly (string | number)[]): PlannedRow => row.map((value) => ({ value }));
const sheet = (name: string, rows: readonly (readonly (string | number)[])[]): PlannedSheet => ({
  name,
  rows: rows.map(cells),
  widths: [],
});
const contracts = Array.from({ length: CONTRACTS }, (_, index) => index);
const prices = contracts.flatMap((contract) =>
  Array.from({ length: METERS }, (_, meter) => [contract, `Meter ${String(meter + 1)}`] as const),
);

const LONG = " of the second site, as agreed with the tenant and measured at its main supply";
const productOf = (meter: string, index: number) => (index % 2 === 0 ? meter : meter + LONG);

/** A book that comes to some 5,000 invoice lines, of which every other one wraps: three tiers of 5 meters of 340 contracts. */
const book = applyPlan(emptyPackage(), {
  sheets: [
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
      ...contracts.map((index) => [
        id(index),
        `K-${String(index)}`,
        `Customer ${String(index)}`,
        "2026-01-01",
        "EUR",
      ]),
    ]),
    sheet("Prices", [
      ["Contract ID", "Product", "Meter", "Pricing model", "Tiers"],
      ...prices.map(([contract, meter], index) => [
        id(contract),
        productOf(meter, index),
        meter,
        "graduated",
        TIERS,
      ]),
    ]),
    sheet("Usage", [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ...prices.map(([contract, meter], index) => [
        id(contract),
        meter,
        "2026-10-07",
        200 + (index % 91) / 8,
      ]),
    ]),
  ],
  removedSheets: [],
  appended: [],
});

const open = freshOfficePerTest();

test("5,000 invoice lines and 50 invoice sheets are written in few round trips", async () => {
  const { host, port, snapshot } = await open(book);
  const result = billPeriod(snapshot, {
    period: parsePeriod("2026-10"),
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error(result.reason);
  const { plan } = planWrites(result.run, snapshot, {
    when: { day: 46_326, time: 0 },
    who: "tester",
    engineVersion: "1",
    sha256: () => "",
    parameters: "",
    sheetLimit: 50,
  });
  const lines = plan.sheets.find(({ name }) => name === "Invoice lines")!;
  expect(lines.rows.length).toBeGreaterThan(5000);
  expect(plan.sheets.filter(({ table }) => table === undefined).length).toBeGreaterThanOrEqual(50);
  const before = host.roundTrips;
  const receipt = await written(port.apply(plan, snapshot));
  const after = host.roundTrips;
  expect(after - before).toBeLessThanOrEqual(MOST_TRIPS);
  expect((await port.undo(receipt)).ok).toBe(true);
  expect(host.roundTrips - after).toBeLessThanOrEqual(MOST_UNDO_TRIPS);
}, 300_000);
