import type { WrittenDocument } from "../engine/documents";
import type { YearRun } from "../engine/runYear";
import { netBy } from "../oracle/billedBy";
import { digitsOf, Fraction } from "../oracle/fraction";
import { monthText } from "../year/day";
import type { Contract, SimulatedYear } from "../year/simulatedYear";
import type { Fault } from "./fault";

/** Documents that bill: all that are final and not void. */
const bills = ({ status }: WrittenDocument) => status !== "Void" && status !== "Draft";

/** What rounds a total for cash, and bills nothing. */
const cashOf = ({ lines }: WrittenDocument) =>
  Fraction.sum(lines.filter(({ kind }) => kind === "rounding").map(({ amount }) => amount));

/**
 * The net of a contract, or all of it where prices include tax; of documents that several contracts share the lines
 * of its.
 */
export const netOf = (
  documents: readonly WrittenDocument[],
  contractId: string,
  { pricesIncludeTax }: SimulatedYear,
): Fraction =>
  Fraction.sum(
    documents.filter(bills).flatMap((document) => {
      const billed = pricesIncludeTax ? document.total : document.net;
      if (document.contractId !== "")
        return document.contractId === contractId ? [billed.minus(cashOf(document))] : [];
      return document.lines
        .filter(({ contractId: of, kind }) => of === contractId && kind !== "rounding")
        .map(({ amount }) => amount);
    }),
  );

interface BilledRun {
  readonly run: YearRun["run"];
  readonly documents: readonly WrittenDocument[];
}

/** The net of a contract after the last run, and when that is right, the runs in which it grew. */
export function judgeNet(contract: Contract, year: SimulatedYear, runs: readonly BilledRun[]): Fault[] {
  const digits = digitsOf(contract.currency);
  const unlike = runs.flatMap(({ run, documents }) => {
    const billed = netOf(documents, contract.id, year);
    const owed = netBy(contract, year, run);
    if (billed.minus(owed).isZero) return [];
    return [{ run, text: `by ${monthText(run)} billed ${billed.text(digits)}, owed ${owed.text(digits)}` }];
  });
  const [first] = unlike;
  if (first === undefined) return [];
  const kind = unlike.at(-1)?.run === runs.at(-1)?.run ? "net" : "run";
  return [{ kind, contractId: contract.id, text: first.text }];
}
