import { day, isoOf, type Day, type Span } from "../year/day";
import type { Contract, Price } from "../year/simulatedYear";

/** The level of a product on a day; of two rows of a day the later one. */
function levelOn(contract: Contract, { product, quantity = "0" }: Price, on: Day): string {
  const rows = (contract.levels ?? []).filter((row) => row.product === product && day(row.date) <= on);
  const last = Math.max(...rows.map(({ date }) => day(date)));
  return rows.filter(({ date }) => day(date) === last).at(-1)?.quantity ?? quantity;
}

interface Change {
  readonly from: Day;
  readonly before: string;
  readonly after: string;
}

/** Changes of the level inside some days, not on the first of them. */
export function changesInside(contract: Contract, price: Price, { from, to }: Span): Change[] {
  const days = new Set(
    (contract.levels ?? []).filter(({ product }) => product === price.product).map(({ date }) => day(date)),
  );
  return [...days]
    .filter((on) => from < on && on <= to)
    .sort((a, b) => a - b)
    .map((on) => ({
      from: on,
      before: levelOn(contract, price, on - 1),
      after: levelOn(contract, price, on),
    }))
    .filter(({ before, after }) => before !== after);
}

/** A price as it stands in a period: in arrears each level for its days, in advance that of the first day. */
export function levelled(contract: Contract, price: Price, cut: Span, isArrears: boolean): Price[] {
  const first = { ...price, quantity: levelOn(contract, price, cut.from) };
  if (!isArrears || price.proration === "None") {
    const on = isArrears ? cut.to : cut.from;
    return [{ ...price, quantity: levelOn(contract, price, on) }];
  }
  const changes = changesInside(contract, price, cut);
  const versions = [{ ...first, from: isoOf(cut.from) }];
  for (const { from, after } of changes) versions.push({ ...price, quantity: after, from: isoOf(from) });
  return versions.map((version, at) => {
    const next = changes[at];
    return { ...version, to: isoOf(next === undefined ? cut.to : next.from - 1) };
  });
}
