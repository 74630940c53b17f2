import type { Check, Fault } from "./judge/fault";
import { judgeAmounts, judgeYear } from "./judge/judgeYear";
import { judgeCredited } from "./variants/credited";
import { judgeLeak, leaks } from "./variants/leaks";
import { judgeRepriced } from "./variants/repriced";
import { judgeRelative, relatives } from "./variants/relatives";
import type { SimulatedYear } from "./year/simulatedYear";

/** A crash of the engine is a fault like any other. */
const caught =
  (check: Check): Check =>
  (year: SimulatedYear): Fault[] => {
    try {
      return check(year);
    } catch (reason) {
      const text = reason instanceof Error ? reason.message : String(reason);
      return [{ kind: "crash", contractId: "", text }];
    }
  };

/** Everything a year is put to, by name: billed as it is, in other ways, and with something gone wrong. */
export const checks: ReadonlyMap<string, Check> = new Map([
  ["year", caught(judgeYear)],
  ["amounts", caught(judgeAmounts)],
  ...Object.keys(relatives).map((name) => [name, caught((year) => judgeRelative(name, year))] as const),
  ...Object.keys(leaks).map((name) => [name, caught((year) => judgeLeak(name, year))] as const),
  ["prices typed over", caught(judgeRepriced)],
  ["credited in part", caught(judgeCredited)],
]);
