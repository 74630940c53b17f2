import { chargeTerms, type WrittenTerms } from "../../../test/properties/support/terms";
import { Decimal, sum } from "../money/decimal";
import {
  chargeDifference,
  chargeEvents,
  chargeQuantity,
  mergeLines,
  type Charge,
  type ChargeLine,
  type ChargeTerms,
} from "./charge";

const shownLine = ({ kind, tier, quantity, unitPrice, flatFee, amount }: ChargeLine) =>
  [kind, tier, quantity, unitPrice, flatFee, amount].map(String).join(" | ");

function show(charge: Charge): string[] {
  if (!charge.ok) return [`${charge.code} ${charge.quantity.toString()}`];
  expect(sum(charge.lines.map(({ amount }) => amount)).equals(charge.amount)).toBe(true);
  return [...charge.lines.map(shownLine), `= ${charge.amount.toString()}`];
}

const charged = (quantity: string, written: WrittenTerms) =>
  show(chargeQuantity(new Decimal(quantity), chargeTerms(written)));

function chargedOneByOne(
  quantities: readonly string[],
  written: WrittenTerms,
  wide: readonly string[] = [],
): string[] {
  const scaled = Float64Array.from(quantities, (quantity) => new Decimal(quantity).times(1e6).toNumber());
  return show(
    chargeEvents(
      { scaled, scale: 6 },
      wide.map((quantity) => new Decimal(quantity)),
      chargeTerms(written),
    ),
  );
}

function linesOf(quantity: string, written: WrittenTerms): readonly ChargeLine[] {
  const charge = chargeQuantity(new Decimal(quantity), chargeTerms(written));
  return charge.ok ? charge.lines : [];
}

describe("chargeQuantity", () => {
  it("takes the included quantity off, then rates, discounts and bounds, each a line of its own", () => {
    const terms = {
      model: "per_unit",
      unitPrice: "2",
      included: "10",
      discount: "0.1",
      minimum: "100",
    } as const;
    expect(charged("50", terms)).toEqual([
      "included |  | 10 | 0 | 0 | 0",
      "usage |  | 40 | 2 | 0 | 80",
      "discount |  | 1 | -8 | 0 | -8",
      "minimum |  | 1 | 28 | 0 | 28",
      "= 100",
    ]);
  });

  it("applies the maximum after the discount", () => {
    const terms = { model: "per_unit", unitPrice: "2", discount: "0.5", maximum: "60" } as const;
    expect(charged("100", terms)).toEqual([
      "usage |  | 100 | 2 | 0 | 200",
      "discount |  | 1 | -100 | 0 | -100",
      "maximum |  | 1 | -40 | 0 | -40",
      "= 60",
    ]);
    expect(charged("60", terms).at(-1)).toBe("= 60");
    expect(charged("60", terms)).toHaveLength(3);
  });

  it.each([
    ["5", "= 5"],
    ["0", "= 0"],
  ])("includes no more than there is: %s", (quantity, amount) => {
    expect(charged(quantity, { model: "per_unit", unitPrice: "1" }).at(-1)).toBe(amount);
    expect(charged(quantity, { model: "per_unit", unitPrice: "1", included: "100" }).at(-1)).toBe("= 0");
  });

  it("shows the tiers entered", () => {
    expect(charged("150", { model: "graduated", tiers: "100: 1 + 5; 200: 0.5 + 3; *: 0.1" })).toEqual([
      "usage | up to 100 | 100 | 1 | 5 | 105",
      "usage | 100 - 200 | 50 | 0.5 | 3 | 28",
      "= 133",
    ]);
  });

  it.each(["graduated", "volume", "stairstep", "graduated_percentage"] as const)(
    "charges the first tier's fee of %s at 0, also when all is included, unless the price says otherwise",
    (model) => {
      const tiers = "10: 1 + 7; *: 2 + 9";
      expect(charged("0", { model, tiers }).at(-1)).toBe("= 7");
      expect(charged("5", { model, tiers, included: "5" }).at(-1)).toBe("= 7");
      expect(charged("0", { model, tiers, freeAtZero: true }).at(-1)).toBe("= 0");
      expect(charged("5", { model, tiers, included: "5", freeAtZero: true }).at(-1)).toBe("= 0");
    },
  );

  it("takes discount, minimum and maximum in another order where one is given", () => {
    const terms = chargeTerms({ model: "per_unit", unitPrice: "1", discount: "0.1", minimum: "60" });
    const shown = (order: ChargeTerms["order"]) =>
      show(chargeQuantity(new Decimal(40), { ...terms, ...(order && { order }) })).at(-1);
    expect(shown(undefined)).toBe("= 60");
    expect(shown(["minimum", "discount", "maximum"])).toBe("= 54");
  });

  it("keeps the minimum of a price that is free at 0", () => {
    const terms = { model: "volume", tiers: "10: 1 + 7", freeAtZero: true, minimum: "3" } as const;
    expect(charged("0", terms)).toEqual([
      "usage | up to 10 | 0 | 1 | 0 | 0",
      "minimum |  | 1 | 3 | 0 | 3",
      "= 3",
    ]);
  });

  it.each(["graduated", "volume", "stairstep", "graduated_percentage"] as const)(
    "finds no price above the closed last tier of %s",
    (model) => {
      const tiers = "10: 1; 20: 2";
      expect(charged("20.000001", { model, tiers })).toEqual(["ABOVE_LAST_TIER 20.000001"]);
      expect(charged("25", { model, tiers, included: "5" })).not.toEqual(["ABOVE_LAST_TIER 20"]);
    },
  );

  it("refuses a negative quantity or mirrors it", () => {
    const terms = { model: "graduated", tiers: "10: 1 + 2; *: 0.5", included: "5", minimum: "20" } as const;
    expect(charged("-25", terms)).toEqual(["NEGATIVE_USAGE -25"]);
    expect(charged("-25", { ...terms, mirrorsNegative: true })).toEqual([
      "included |  | -5 | 0 | 0 | 0",
      "usage | up to 10 | -10 | 1 | -2 | -12",
      "usage | above 10 | -10 | 0.5 | 0 | -5",
      "minimum |  | -1 | 3 | 0 | -3",
      "= -20",
    ]);
    expect(charged("-25", { model: "graduated", tiers: "10: 1", mirrorsNegative: true })).toEqual([
      "ABOVE_LAST_TIER 25",
    ]);
  });

  it("does not take 0 with a minus sign for negative", () => {
    expect(charged("-0", { model: "per_unit", unitPrice: "1" }).at(-1)).toBe("= 0");
  });
});

describe("chargeEvents", () => {
  it("prices every event alone and adds equal steps", () => {
    expect(chargedOneByOne(["5", "15", "0"], { model: "graduated", tiers: "10: 1 + 1; *: 0.5 + 2" })).toEqual(
      ["usage | up to 10 | 15 | 1 | 3 | 18", "usage | above 10 | 5 | 0.5 | 2 | 4.5", "= 22.5"],
    );
  });

  it("bounds and includes per event", () => {
    const terms = {
      model: "percentage",
      unitPrice: "0.03",
      flatFee: "0.1",
      minimum: "0.5",
      maximum: "2",
      included: "1",
    } as const;
    expect(chargedOneByOne(["2", "51", "1001"], terms)).toEqual([
      "included |  | 3 | 0 | 0 | 0",
      "usage |  | 1051 | 0.03 | 0.3 | 31.83",
      "minimum |  | 1 | 0.37 | 0 | 0.37",
      "maximum |  | 1 | -28.1 | 0 | -28.1",
      "= 4.1",
    ]);
  });

  it("prices wide quantities with the others", () => {
    expect(chargedOneByOne(["1"], { model: "per_unit", unitPrice: "2" }, ["0.0000001", "2e15"])).toEqual([
      "usage |  | 2000000000000001.0000001 | 2 | 0 | 4000000000000002.0000002",
      "= 4000000000000002.0000002",
    ]);
  });

  it("charges nothing where the price is free, whatever the events", () => {
    const events = { scaled: Float64Array.from([5e6, -1e6]), scale: 6 };
    const terms = { ...chargeTerms({ model: "graduated", tiers: "10: 1" }), isFree: true };
    expect(show(chargeEvents(events, [], terms))).toEqual(["included |  | 4 | 0 | 0 | 0", "= 0"]);
    const positive = { scaled: Float64Array.from([5e6, 3e6]), scale: 6 };
    expect(show(chargeEvents(positive, [], terms))).toEqual(["included |  | 8 | 0 | 0 | 0", "= 0"]);
  });

  it("has nothing to charge without events", () => {
    expect(chargedOneByOne([], { model: "graduated", tiers: "10: 1 + 1; *: 0.5" })).toEqual(["= 0"]);
    expect(chargedOneByOne([], { model: "flat", flatFee: "9", minimum: "5" })).toEqual(["= 0"]);
  });

  it.each([
    [["5", "-1"], [], "NEGATIVE_USAGE -1"],
    [["5", "11"], [], "ABOVE_LAST_TIER 11"],
    [["5"], ["1e20"], "ABOVE_LAST_TIER 100000000000000000000"],
  ])("stops at an event that has no price: %j", (quantities, wide, fault) => {
    expect(chargedOneByOne(quantities, { model: "graduated", tiers: "10: 1" }, wide)).toEqual([fault]);
  });

  it("mirrors a negative event where the price says so", () => {
    const terms = { model: "graduated", tiers: "10: 1 + 1; *: 0.5", mirrorsNegative: true } as const;
    expect(chargedOneByOne(["5", "-5"], terms)).toEqual(["usage | up to 10 | 0 | 1 | 0 | 0", "= 0"]);
  });
});

describe("chargeDifference", () => {
  const shown = (all: readonly ChargeLine[], before: readonly ChargeLine[]) =>
    chargeDifference(all, before).map(shownLine);

  it("charges only what is new", () => {
    const terms = { model: "graduated", tiers: "100: 1 + 5; *: 0.5 + 3" } as const;
    expect(shown(linesOf("150", terms), linesOf("80", terms))).toEqual([
      "usage | up to 100 | 20 | 1 | 0 | 20",
      "usage | above 100 | 50 | 0.5 | 3 | 28",
    ]);
  });

  it("takes back what became cheaper", () => {
    const terms = { model: "volume", tiers: "100: 1; *: 0.5" } as const;
    expect(shown(linesOf("150", terms), linesOf("80", terms))).toEqual([
      "usage | above 100 | 150 | 0.5 | 0 | 75",
      "usage | up to 100 | -80 | 1 | 0 | -80",
    ]);
  });

  it("takes back a minimum that is reached by now", () => {
    const terms = { model: "per_unit", unitPrice: "1", minimum: "100", included: "10" } as const;
    expect(shown(linesOf("150", terms), linesOf("60", terms))).toEqual([
      "usage |  | 90 | 1 | 0 | 90",
      "minimum |  | 1 | -50 | 0 | -50",
    ]);
  });

  it("of the same is nothing", () => {
    const lines = linesOf("60", { model: "per_unit", unitPrice: "1", minimum: "100", discount: "0.1" });
    expect(shown(lines, lines)).toEqual([]);
    expect(shown(lines, [])).toEqual(lines.map(shownLine));
  });
});

describe("mergeLines", () => {
  it("keeps other unit prices, tiers and kinds apart, in order of first appearance", () => {
    const cheap = linesOf("5", { model: "per_unit", unitPrice: "1" });
    const dear = linesOf("5", { model: "per_unit", unitPrice: "2", included: "1" });
    expect(mergeLines([...cheap, ...dear, ...cheap]).map(shownLine)).toEqual([
      "usage |  | 10 | 1 | 0 | 10",
      "included |  | 1 | 0 | 0 | 0",
      "usage |  | 4 | 2 | 0 | 8",
    ]);
  });
});
