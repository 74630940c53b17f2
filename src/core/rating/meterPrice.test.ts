import { billBook, bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import { lint } from "../run/lint/lint";

const usage = (meter: string, quantity: Row[string], row: Row = {}): Row => ({
  "Contract ID": "C1",
  Meter: meter,
  Date: "2026-01-10",
  Quantity: quantity,
  ...row,
});

/** 500.00 to 100 seats and 1,000 GB, above them 900.00. */
const plan = {
  Contracts: [contractRow()],
  Prices: [priceRow({ "Price ID": "P1", Product: "Plan", "Pricing model": "capacity" })],
  Tiers: [
    { "Price ID": "P1", Limits: "seats 100; GB 1000", "Flat fee": 500 },
    { "Price ID": "P1", "Flat fee": 900 },
  ],
  Usage: [usage("seats", 90), usage("GB", 800)],
};

function bill(tables: Readonly<Record<string, readonly Row[]>>) {
  const run = billBook(bookOf({ ...plan, ...tables }), "2026-01");
  return {
    billed: run.invoices.map(({ contractId, subtotal }) => `${contractId} ${subtotal.toFixed(2)}`),
    errors: run.issues.filter(({ severity }) => severity === "error").map(({ code }) => code),
    run,
  };
}

describe("the meters that the steps of a capacity name", () => {
  it("hold the contract where their row of Meters is at fault", () => {
    expect(bill({}).billed).toEqual(["C1 500.00"]);
    const broken = bill({ Meters: [{ Meter: "GB", Filter: "Plan = gold" }] });
    expect([broken.billed, broken.errors]).toEqual([[], ["BAD_FILTER"]]);
  });

  it("tell whose usage it is where rows name the customer", () => {
    const ofCustomer = { "Contract ID": undefined, "Customer ID": "K1" };
    const two = bill({
      Contracts: [contractRow(), contractRow({ "Contract ID": "C2" })],
      Prices: [
        ...plan.Prices,
        priceRow({ "Contract ID": "C2", "Price ID": "P2", "Pricing model": "per_unit", "Unit price": 2 }),
      ],
      Usage: [
        usage("seats", 120, ofCustomer),
        usage("GB", 800, ofCustomer),
        usage("Service", 30, ofCustomer),
      ],
    });
    expect([two.errors, two.billed]).toEqual([[], ["C1 900.00", "C2 60.00"]]);
  });

  it("are counted by their quantity, whatever their rows of Meters add up", () => {
    // A column of figures that may be the quantity: nobody can tell, and the contract waits.
    const unclear = bill({
      Meters: [{ Meter: "seats", Aggregation: "count" }],
      Usage: [{ "Contract ID": "C1", Meter: "seats", Date: "2026-01-10", Zorp: 120 }],
    });
    expect([unclear.billed, unclear.errors]).toEqual([[], ["MISSING_COLUMN"]]);
  });

  it("have the units of their rows of Meters, and none of the price", () => {
    const { run } = bill({
      Prices: [{ ...plan.Prices[0], Unit: "seat" }],
      Meters: [{ Meter: "GB", Unit: "GB" }],
    });
    expect(run.controlTotals.map(({ meter, unit }) => `${meter} ${unit}`)).toEqual(["seats ", "GB GB"]);
    const clash = bill({
      Meters: [{ Meter: "GB", Unit: "GB" }],
      Usage: [usage("seats", 90), usage("GB", 800, { Unit: "MB" })],
    });
    expect([clash.billed, clash.errors]).toEqual([[], ["UNIT_DIFFERS"]]);
  });

  it("are used where a row of theirs is there", () => {
    const { book } = bill({}).run;
    expect(lint(book).map(({ code }) => code)).not.toContain("PRICE_NEVER_USED");
  });

  it("take no row from prices that share a meter of the product's name by conditions", () => {
    const shared = bill({
      Prices: [
        ...plan.Prices,
        priceRow({
          Product: "EU",
          Meter: "Plan",
          "Pricing model": "per_unit",
          "Unit price": 2,
          Condition: "Region = EU",
        }),
      ],
      Usage: [usage("seats", 90), usage("Plan", 30, { Region: "EU" }), usage("Plan", 5, { Region: "US" })],
    });
    expect([shared.billed, shared.errors]).toEqual([[], ["UNPRICED_USAGE"]]);
  });
});
