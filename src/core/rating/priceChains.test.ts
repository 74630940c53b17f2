import type { Contract, Price } from "../catalog/records";
import { chainsOf } from "./priceChains";

/** Price ID, product, meter, first and last day; a price of no meter is fixed. */
type PriceInput = readonly [string, string, string, number, number, Partial<Price>?];

function chains(inputs: readonly PriceInput[]) {
  const prices = inputs.map(([priceId, product, meter, from, to, more]) => ({
    priceId,
    product,
    meter,
    isFixed: meter === "",
    model: { isFixed: meter === "" },
    perEvent: false,
    service: { from, to },
    ...more,
  }));
  const { fixed, metered } = chainsOf({ prices } as unknown as Contract);
  const ids = (all: readonly (readonly Price[])[]) =>
    all.map((chain) => chain.map(({ priceId }) => priceId).join(" "));
  return { fixed: ids(fixed), metered: ids(metered) };
}

describe("prices that follow each other", () => {
  it("are one chain of a product, in the order of their days", () => {
    expect(
      chains([
        ["B", "Fee", "", 11, 20],
        ["A", "Fee", "", 1, 10],
        ["C", "Seats", "", 1, 20],
      ]).fixed,
    ).toEqual(["A B", "C"]);
  });

  it("go on under another product of the meter, beside a price of the same days", () => {
    expect(
      chains([
        ["A", "Calls", "calls", 1, 10],
        ["S", "Surcharge", "calls", 1, 30],
        ["B", "Calls Pro", "calls", 11, 30],
        ["T", "Texts", "texts", 11, 30],
      ]).metered,
    ).toEqual(["A B", "S", "T"]);
  });

  it("prefer their own product, else the one that ended last", () => {
    expect(
      chains([
        ["A", "Calls", "calls", 1, 10],
        ["B", "Calls Pro", "calls", 5, 15],
        ["C", "Calls Max", "calls", 16, 20],
        ["D", "Calls", "calls", 21, 30],
      ]).metered,
    ).toEqual(["A D", "B C"]);
  });

  it("are alone where events are rated or days are free", () => {
    expect(
      chains([
        ["F", "Calls", "calls", 1, 10, { isFree: true }],
        ["A", "Calls", "calls", 11, 20],
        ["E", "Calls", "calls", 21, 30, { perEvent: true }],
      ]).metered,
    ).toEqual(["F", "A", "E"]);
  });
});
