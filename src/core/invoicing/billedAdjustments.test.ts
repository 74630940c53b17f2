import type { Adjustment } from "../catalog/records";
import { registerContents, type DocumentRegister, type RegisteredLine } from "../documents/register";
import { Decimal } from "../money/decimal";
import { openAdjustments } from "./billedAdjustments";

const adjustment = (amount: number, adjustmentId?: string): Adjustment =>
  ({ adjustmentId, amount: new Decimal(amount), description: "too much", date: 10 }) as Adjustment;

/** A line of one final credit note. */
const line = (amount: number, priceId?: string, taxCode?: string): RegisteredLine =>
  ({
    invoiceNumber: "CN-1",
    contractId: "C1",
    kind: "adjustment",
    isFinal: true,
    amount: new Decimal(amount),
    priceId,
    taxCode,
    description: "too much",
    period: { from: 10, to: 10 },
  }) as RegisteredLine;

const register = (...lines: readonly RegisteredLine[]) => registerContents([], lines) as DocumentRegister;

const open = (adjustments: readonly Adjustment[], ...lines: readonly RegisteredLine[]) =>
  openAdjustments({ adjustments, contractById: new Map() }, register(...lines), {
    pricesIncludeTax: "no",
  }).map(({ adjustmentId = "", amount }) => `${adjustmentId} ${amount.toString()}`.trim());

describe("openAdjustments", () => {
  it("finds an adjustment on the line that carries it", () => {
    expect(open([adjustment(-10), adjustment(-20)], line(-10))).toEqual(["-20"]);
  });

  it("finds one on the lines of its tax codes, which add up to it", () => {
    expect(open([adjustment(-30)], line(-10, undefined, "LOW"), line(-20, undefined, "STD"))).toEqual([]);
  });

  it("prefers a line of the amount to several that add up to it, in whatever order the rows stand", () => {
    const rows = [adjustment(-30), adjustment(-10), adjustment(-20)];
    expect(open(rows, line(-10), line(-20), line(-30))).toEqual([]);
  });

  it("takes equal ones for as many as there are lines", () => {
    expect(open([adjustment(-10), adjustment(-10), adjustment(-10)], line(-10), line(-10))).toEqual(["-10"]);
  });

  it("goes by the id first", () => {
    expect(open([adjustment(-10, "A1"), adjustment(-10, "A2")], line(-10, "A2"))).toEqual(["A1 -10"]);
  });

  it("knows one whose id was changed or filled in later", () => {
    expect(open([adjustment(-10, "A1")], line(-10))).toEqual([]);
  });

  it("compares amounts as they are billed, in minor units", () => {
    expect(open([adjustment(-10.004)], line(-10))).toEqual([]);
  });
});
