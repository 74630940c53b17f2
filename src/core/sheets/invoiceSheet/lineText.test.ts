import { dayOf } from "../../calendar/day";
import { Decimal, zero } from "../../money/decimal";
import type { ChargeLine } from "../../pricing/charge";
import { lineDetail, lineTitle } from "./lineText";
import { testItem, testLine } from "./testData";
import { english } from "../../words/english";
import { german } from "../../words/german";

const october = { from: dayOf(2026, 10, 1), to: dayOf(2026, 10, 31) };
const fromThe18th = { from: dayOf(2026, 10, 18), to: october.to };
const cut = { numerator: 14, denominator: 31 };

const detail = (changes: Parameters<typeof testLine>[0], service: typeof october | undefined = october) =>
  lineDetail(testLine(changes), service, "EUR", english);

const step = (kind: ChargeLine["kind"], amount: string): ChargeLine => ({
  kind,
  tier: "",
  quantity: new Decimal(1),
  unitPrice: new Decimal(amount),
  flatFee: zero,
  amount: new Decimal(amount),
});

describe("the title of a line", () => {
  it.each([
    ["what is sold", {}, "API calls"],
    ["the step of its price", { kind: "included" }, "API calls, included"],
    ["a discount", { kind: "discount" }, "API calls, discount"],
    ["an adjustment as it was described", { kind: "adjustment", description: "Outage" }, "Outage"],
    ["the product where there is no description", { description: "", product: "Storage" }, "Storage"],
    ["a tier that no price has as it is written", { tier: "peak" }, "API calls, peak"],
  ] as const)("names %s", (_, changes, title) => {
    expect(lineTitle(testLine(changes), english)).toBe(title);
  });

  const tiers = "1000: 0.10; 5000: 0.08; *: 0.05";

  it.each([
    ["up to 1,000", "1000", "tier up to 1,000", "Staffel bis 1.000"],
    ["1,000 - 5,000", "4000", "tier 1,001 to 5,000", "Staffel 1.001 bis 5.000"],
    ["1,000 - 5,000", "4000.5", "tier over 1,000 up to 5,000", "Staffel über 1.000 bis 5.000"],
    ["above 5,000", "2250", "tier over 5,000", "Staffel über 5.000"],
  ])("names the tier %s of %s", (tier, quantity, inEnglish, inGerman) => {
    const line = testLine({ tier, quantity: new Decimal(quantity), item: testItem({ tiers }) });
    expect(lineTitle(line, english)).toBe(`API calls, ${inEnglish}`);
    expect(lineTitle(line, german)).toBe(`API calls, ${inGerman}`);
  });

  it("is that of a rule where the rule is named, and the step of the price where it is not", () => {
    const priced = testItem({});
    const named = (name: string) =>
      testLine({
        kind: "discount",
        description: name,
        item: { ...priced, term: { id: "D1", name, sentence: "" } },
      });
    expect(lineTitle(named("Seats: discount 10 %"), english)).toBe("Seats: discount 10 %");
    const { description } = priced.price!;
    expect(lineTitle(named(description), english)).toBe(`${description}, discount`);
  });

  it("never counts money", () => {
    const item = testItem({ model: "graduated_percentage", tiers: "1000: 0.02; 5000: 0.01" });
    expect(lineTitle(testLine({ tier: "1,000 - 5,000", item }), english)).toBe(
      "API calls, tier over 1,000 up to 5,000",
    );
  });
});

describe("the detail of a line", () => {
  it("is nothing where the figures and the service period tell all", () => {
    expect(detail({})).toBe("");
    expect(detail({ item: testItem() })).toBe("");
  });

  it("is the days that the service period does not say", () => {
    expect(detail({ period: fromThe18th })).toBe("18 to 31 Oct 2026");
    const day = dayOf(2026, 10, 14);
    expect(detail({ kind: "adjustment", period: { from: day, to: day } })).toBe("14 Oct 2026");
  });

  it("says which share of a fee the days are", () => {
    const item = testItem({ model: "flat" }, { kind: "fixed", part: fromThe18th, fraction: cut });
    const fee = {
      kind: "fixed",
      item,
      period: fromThe18th,
      quantity: new Decimal(1),
      unitPrice: new Decimal("22.1290322580645"),
      amount: new Decimal("22.13"),
    } as const;
    expect(detail(fee, fromThe18th)).toBe("18 to 31 Oct 2026: 22.13 = 14/31 of 49.00");
    expect(lineDetail(testLine(fee), october, "EUR", german)).toBe(
      "18.10.2026 bis 31.10.2026: 22,13 = 14/31 von 49,00",
    );
  });

  it("names a fee that stands beside the price", () => {
    expect(detail({ item: testItem(), flatFee: new Decimal(5) })).toBe("Including a fee of 5.00");
    const item = testItem({}, { kind: "fixed", part: fromThe18th, fraction: cut });
    const fees = { flatFee: new Decimal("22.1290322580645"), unitPrice: new Decimal("0.451612903225806") };
    const amount = new Decimal("67.29");
    expect(
      detail({ kind: "fixed", item, quantity: new Decimal(100), ...fees, amount, period: fromThe18th }),
    ).toBe("18 to 31 Oct 2026: 67.29 = 14/31 of 149.00, including a fee of 49.00");
  });

  it("says what is in packages", () => {
    const item = testItem(
      { model: "package", packageSize: new Decimal(100), included: new Decimal(50) },
      { quantity: new Decimal(300) },
    );
    expect(detail({ item })).toBe("250 calls in packages of 100");
  });

  it("says how much of the included quantity was used", () => {
    const used = { kind: "included", quantity: new Decimal("80.5") } as const;
    expect(detail({ ...used, item: testItem({ included: new Decimal(100) }) })).toBe(
      "80.5 of 100 calls included, free of charge",
    );
    expect(detail({ ...used, item: testItem({ included: new Decimal(10) }) })).toBe("Free of charge");
  });

  it("says what a discount, minimum or maximum starts from", () => {
    const lines = [step("usage", "352.04"), step("discount", "-42.2448"), step("minimum", "190.2048")];
    const price = { discount: new Decimal("0.12"), minimum: new Decimal(500), maximum: new Decimal(300) };
    const item = testItem(price, { lines });
    expect(detail({ kind: "discount", item })).toBe("12 % of 352.04");
    expect(detail({ kind: "minimum", item })).toBe("Raised from 309.80 to the minimum of 500.00");
    const reduced = testItem(price, {
      lines: [step("usage", "1543.2098625"), step("maximum", "-1243.2098625")],
    });
    expect(detail({ kind: "maximum", item: reduced })).toBe("Reduced from 1,543.21 to the maximum of 300.00");
    expect(detail({ kind: "minimum", item: testItem({ perEvent: true }) })).toBe(
      "Minimum of every single event",
    );
  });

  it("says what a minimum was cut from", () => {
    const lines = [step("usage", "100"), step("minimum", "125.806451612903")];
    const item = testItem({ minimum: new Decimal(500) }, { lines, fraction: cut });
    expect(detail({ kind: "minimum", item })).toBe(
      "Raised from 100.00 to the minimum of 225.81 (14/31 of 500.00)",
    );
  });

  it("says what a commitment is and what is charged of it", () => {
    const commitment = { kind: "commitment", price: undefined, quantity: new Decimal("404.8") } as const;
    const whole = testItem({}, { ...commitment, whole: new Decimal("95.2") });
    expect(detail({ kind: "commitment", item: whole })).toBe("500.00 agreed less 404.80 charged");
    const short = testItem(
      {},
      { ...commitment, quantity: zero, whole: new Decimal("225.806451612903"), fraction: cut },
    );
    expect(detail({ kind: "commitment", item: short })).toBe(
      "225.81 (14/31 of 500.00) agreed less 0.00 charged",
    );
  });

  it("says what late usage adds", () => {
    const late = { late: { all: [], before: [] }, whole: new Decimal(120), before: new Decimal(100) };
    expect(detail({ item: testItem({}, { ...late, lines: [step("usage", "20")] }) })).toBe(
      "Late usage of 1 to 31 Oct 2026: 120.00 for all of it less 100.00 billed before",
    );
    expect(detail({ item: testItem({}, late) })).toBe("Late usage of 1 to 31 Oct 2026");
  });
});
