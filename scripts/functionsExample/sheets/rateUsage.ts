import { check, each, input, plain, spill, table } from "../block";
import { ExampleSheet } from "../sheet";
import { fixed, type Rows } from "../template";

/** One figure of the tier that holds a quantity, out of a price list of three tiers. */
function byTier(quantity: string, { first }: Rows, column: string, holds = "<="): string {
  const cell = (name: string, tier: number) => `$${name}$${String(first + tier)}`;
  const within = (tier: number) => `${quantity}${holds}${cell("A", tier)}`;
  return `IF(${within(0)},${cell(column, 0)},IF(${within(1)},${cell(column, 1)},${cell(column, 2)}))`;
}

/** Each unit at the price of its own tier. */
function unitsByTier(quantity: string, { first }: Rows): string {
  const [upTo1, upTo2] = [`$A$${String(first)}`, `$A$${String(first + 1)}`];
  const price = (tier: number) => `$B$${String(first + tier)}`;
  return (
    `MIN(${quantity},${upTo1})*${price(0)}` +
    `+MAX(0,MIN(${quantity},${upTo2})-${upTo1})*${price(1)}+MAX(0,${quantity}-${upTo2})*${price(2)}`
  );
}

/** The fees of all tiers entered. */
function feesEntered(quantity: string, { first }: Rows): string {
  const fee = (tier: number) => `$C$${String(first + tier)}`;
  const entered = (tier: number) => `IF(${quantity}>$A$${String(first + tier - 1)},${fee(tier)},0)`;
  return `${fee(0)}+${entered(1)}+${entered(2)}`;
}

const customers = ["Acme", "Borealis", "Cedar", "Delta", "Echo"];
const quantities = [8_000, 10_000, 40_000, 120_000, 0];

function amounts(sheet: ExampleSheet, list: Rows): void {
  const tiers = fixed(list, "A", "C");
  const firstTier = `A#*$B$${String(list.first)}`;
  sheet.block({
    title: "Graduated: each unit at the price of its own tier",
    columns: [
      input("Customer", customers),
      input("Quantity", quantities, "units"),
      spill("RATE_USAGE", `RATE_USAGE({B},${tiers})`, "amount"),
      plain("C", `${unitsByTier("B#", list)}+${feesEntered("B#", list)}`, "amount"),
      check("CD"),
    ],
  });
  sheet.block({
    title: "Volume: all units at the price of the tier reached",
    columns: [
      input("Customer", customers),
      input("Quantity", quantities, "units"),
      spill("RATE_USAGE", `RATE_USAGE({B},${tiers},"volume")`, "amount"),
      plain("C", `B#*${byTier("B#", list, "B")}+${byTier("B#", list, "C")}`, "amount"),
      check("CD"),
    ],
  });
  sheet.block({
    title: "A blank stays blank, and a fault shows in its own row only",
    columns: [
      input("Quantity", [1_200, null, "n/a", 300], "units"),
      spill("RATE_USAGE", `RATE_USAGE({A},${tiers})`, "amount"),
      plain("B", [firstTier, '""', '"#VALUE!"', firstTier], "amount"),
      check("BC"),
    ],
  });
}

function unitPrices(sheet: ExampleSheet, list: Rows): void {
  const tiers = fixed(list, "A", "C");
  sheet.block({
    title: "What a unit costs on average, and what one more costs",
    columns: [
      input("Quantity", quantities.slice(0, 4), "units"),
      spill("EFFECTIVE_RATE", `EFFECTIVE_RATE({A},${tiers})`, "decimals"),
      plain("B", `(${unitsByTier("A#", list)}+${feesEntered("A#", list)})/A#`, "decimals"),
      check("BC"),
      spill("MARGINAL_RATE", `MARGINAL_RATE({A},${tiers})`, "decimals"),
      plain("E", byTier("A#", list, "B", "<"), "decimals"),
      check("EF"),
    ],
  });
}

function breakdown(sheet: ExampleSheet, list: Rows): void {
  const args = `${fixed(list, "A", "C")},"graduated",5000,,300`;
  const { first, last } = sheet.block({
    title: "How an amount comes about, line by line: 5,000 units are included, and it is at most 300.00",
    columns: [
      input("Quantity", [42_500], "units"),
      table(
        `RATE_BREAKDOWN(A#first,${args})`,
        undefined,
        "units",
        "units",
        "units",
        "price",
        "amount",
        "amount",
      ),
      plain("H", "E#*F#+G#", "amount"),
      check("HI"),
    ],
    rows: 4,
  });
  sheet.block({
    title: "The lines add up to the amount",
    columns: [
      input("Quantity", [42_500], "units"),
      each("RATE_USAGE", `RATE_USAGE(A#,${args})`, "amount"),
      plain("B", `SUM(H${String(first)}:H${String(last)})`, "amount"),
      check("BC"),
    ],
  });
}

function otherModels(sheet: ExampleSheet): void {
  sheet.block({
    title: "Models with one price",
    note: "Model and price stand in each row. A package that is started counts; a percentage is taken of an amount.",
    columns: [
      input("Model", ["package", "per unit", "percentage"]),
      input("Quantity", [2_001, 340, 1_250], "units"),
      input("Up to", [1_000, null, null], "units"),
      input("Unit price", [5, 0.05, 0.029], "price"),
      input("Flat fee", [null, null, 0.3], "amount"),
      each("RATE_USAGE", "RATE_USAGE(B#,C#:E#,A#)", "amount"),
      plain("F", ["ROUNDUP(B#/C#,0)*D#", "B#*D#", "B#*D#+E#"], "amount"),
      check("FG"),
    ],
  });
  const steps = sheet.block({
    title: "Price lists of two columns: fees of steps",
    columns: [input("Up to", [10, 50, "*"], "units"), input("Fee", [99, 199, 299], "amount")],
  });
  sheet.block({
    title: "Stairstep: the fee of the step reached",
    columns: [
      input("Seats", [4, 10, 51], "units"),
      spill("RATE_USAGE", `RATE_USAGE({A},${fixed(steps, "A", "B")},"stairstep")`, "amount"),
      plain("B", byTier("A#", steps, "B"), "amount"),
      check("BC"),
    ],
  });
  const shares = sheet.block({
    title: "Price lists of two columns: shares of an amount",
    columns: [input("Up to", [10_000, 50_000, "*"], "units"), input("Share", [0.03, 0.025, 0.02], "percent")],
  });
  sheet.block({
    title: "Graduated percentage: each tier's share of an amount",
    columns: [
      input("Amount", [9_000, 64_000], "amount"),
      spill("RATE_USAGE", `RATE_USAGE({A},${fixed(shares, "A", "B")},"graduated percentage")`, "amount"),
      plain("B", unitsByTier("A#", shares), "amount"),
      check("BC"),
    ],
  });
}

function bounds(sheet: ExampleSheet): void {
  sheet.block({
    title: "Included units, minimum and maximum, at 0.05 a unit",
    note: "A blank means none.",
    columns: [
      input("Quantity", [1_000, 1_000, 90, 20_000], "units"),
      input("Included", [null, 100, 100, null], "units"),
      input("Minimum", [null, null, 25, 25], "amount"),
      input("Maximum", [null, null, null, 500], "amount"),
      each("RATE_USAGE", 'RATE_USAGE(A#,0.05,"per_unit",B#,C#,D#)', "amount"),
      plain("E", 'MIN(MAX(MAX(0,A#-B#)*0.05,C#),IF(D#="",1E+99,D#))', "amount"),
      check("EF"),
    ],
  });
}

export function rateUsageSheet(): ExampleSheet {
  const sheet = new ExampleSheet(
    "Rate usage",
    "What usage costs under a price list, how that comes about, and what a unit costs.",
    [16, 18, 16, 16, 18, 16, 16, 16, 16, 10],
  );
  const list = sheet.block({
    title: "A price list",
    note: "Up to belongs to the tier; * is no limit.",
    columns: [
      input("Up to", [10_000, 50_000, "*"], "units"),
      input("Unit price", [0.01, 0.008, 0.006], "price"),
      input("Flat fee", [0, 25, 50], "amount"),
    ],
  });
  amounts(sheet, list);
  unitPrices(sheet, list);
  breakdown(sheet, list);
  otherModels(sheet);
  bounds(sheet);
  return sheet.finish();
}
