import fc from "fast-check";
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

/** The rule as it is said, price by price: by its product, else the latest, of equal ones the first chain. */
function chainsAsSaid(inputs: readonly PriceInput[]): string[] {
  const made: PriceInput[][] = [];
  const last = (chain: readonly PriceInput[]) => chain[chain.length - 1]!;
  for (const price of [...inputs].sort((a, b) => a[3] - b[3])) {
    const open = made.filter((chain) => last(chain)[4] < price[3]);
    const own = open.filter((chain) => last(chain)[1] === price[1]);
    const among = own.length > 0 ? own : open;
    const latest = Math.max(...among.map((chain) => last(chain)[4]));
    const chosen = among.find((chain) => last(chain)[4] === latest);
    if (chosen) chosen.push(price);
    else made.push([price]);
  }
  return made.map((chain) => chain.map(([id]) => id).join(" "));
}

it("follow each other as the rule says, whatever their days", () => {
  const price = fc.tuple(
    fc.constantFrom("X", "Y", "Z"),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 4 }),
  );
  fc.assert(
    fc.property(fc.array(price, { maxLength: 12 }), (drawn) => {
      const inputs = drawn.map(([product, from, days], index): PriceInput => [
        `P${String(index)}`,
        product,
        "m",
        from,
        from + days,
      ]);
      expect(chains(inputs).metered).toEqual(chainsAsSaid(inputs));
    }),
    { numRuns: 2000, seed: 12 },
  );
});
