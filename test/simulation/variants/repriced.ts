import type { Snapshot } from "../../../src/core/api";
import { documentsOf } from "../engine/documents";
import { billMonth, bookBefore, runsOf, type ErrorFinding } from "../engine/runYear";
import type { Fault } from "../judge/fault";
import { netOf } from "../judge/nets";
import { netBy } from "../oracle/billedBy";
import { digitsOf, Fraction } from "../oracle/fraction";
import { month, type Month } from "../year/day";
import { isFixed, type Contract, type SimulatedYear } from "../year/simulatedYear";
import { withoutChain } from "../year/withoutChain";
import { distinct } from "./distinct";

/** The prices of usage cost half as much again; a commitment would hide part of it. */
function dearer({ commitment, ...told }: Contract): {
  readonly before: Contract;
  readonly after: Contract;
} {
  const contract = withoutChain(told);
  const prices = contract.prices.map((price) =>
    price.unitPrice === undefined || isFixed(price)
      ? price
      : { ...price, unitPrice: String(Math.round(Number(price.unitPrice) * 15_000) / 10_000) },
  );
  return { before: contract, after: { ...contract, prices } };
}

interface Repriced {
  readonly documents: ReturnType<typeof documentsOf>;
  readonly findings: readonly ErrorFinding[];
}

/** Bills a year whose prices are typed over once the run of `until` is issued. */
function billed(before: SimulatedYear, after: SimulatedYear, until: Month): Repriced {
  let book: Snapshot | undefined;
  const findings: ErrorFinding[] = [];
  for (const run of runsOf(before)) {
    const result = billMonth(bookBefore(run <= until ? before : after, run, book), run);
    book = result.book;
    findings.push(...result.findings);
  }
  return { documents: book === undefined ? [] : documentsOf(book), findings: distinct(findings) };
}

/**
 * Prices typed over in the middle of a year: what is billed from then on, late rows as well, is at the new prices; what
 * they make of the quantity billed before is found, to the cent, and never billed.
 */
export function judgeRepriced({
  lineRounding,
  cash,
  pricesIncludeTax,
  customer,
  ...year
}: SimulatedYear): Fault[] {
  const until = month(year.firstRun) + Math.floor(year.runs / 2);
  const last = month(year.firstRun) + year.runs - 1;
  const contracts = year.contracts.filter(({ frequency }) => frequency !== "One-time").map(dearer);
  if (until >= last || contracts.length === 0) return [];
  const old = { ...year, contracts: contracts.map(({ before }) => before) };
  const now = { ...year, contracts: contracts.map(({ after }) => after) };
  const { documents, findings } = billed(old, now, until);
  return contracts.flatMap(({ before, after }): Fault[] => {
    const difference = netBy(after, now, until).minus(netBy(before, old, until));
    const owed = netBy(after, now, last).minus(difference);
    const digits = digitsOf(after.currency);
    const net = netOf(documents, after.id, year);
    const told = findings.filter(({ contractId }) => contractId === after.id);
    const found = Fraction.sum(told.map((finding) => finding.difference));
    const codes = [...new Set(told.map(({ code }) => code))].filter((code) => code !== "PRICE_MISMATCH");
    const wrong = [
      ...(net.minus(owed).isZero ? [] : [`billed ${net.text(digits)}, owed ${owed.text(digits)}`]),
      ...(found.minus(difference).isZero
        ? []
        : [`found ${found.text(digits)} of ${difference.text(digits)}`]),
      ...codes.map((code) => `found under ${code}`),
    ];
    return wrong.length === 0 ? [] : [{ kind: "leak", contractId: after.id, text: wrong.join("; ") }];
  });
}
