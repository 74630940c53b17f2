import type { WrittenDocument, WrittenLine } from "../engine/documents";
import type { YearRun } from "../engine/runYear";
import { netBy, pooledBy } from "../oracle/billedBy";
import { digitsOf, Fraction } from "../oracle/fraction";
import { monthText } from "../year/day";
import type { Contract, SimulatedYear } from "../year/simulatedYear";
import type { Fault } from "./fault";
import { isPooled } from "./pools";

/** Documents that bill: all that are final and not void. */
const bills = ({ status }: WrittenDocument) => status !== "Void" && status !== "Draft";

/**
 * What stands on a document beside what a contract owes: cents for cash, grants that pay totals, and what its customer
 * owes over all contracts.
 */
const isBeside = ({ kind, priceId }: WrittenLine, year: SimulatedYear) =>
  kind === "rounding" ||
  (kind === "grant" && year.grantsAfterTax === true) ||
  (isPooled(priceId, year) && !year.pricesIncludeTax);

const besideOf = ({ lines }: WrittenDocument, year: SimulatedYear) =>
  Fraction.sum(lines.filter((line) => isBeside(line, year)).map(({ amount }) => amount));

/**
 * The net of a contract, or all of it where prices include tax; of documents that several contracts share the lines
 * of its.
 */
export const netOf = (
  documents: readonly WrittenDocument[],
  contractId: string,
  year: SimulatedYear,
): Fraction =>
  Fraction.sum(
    documents.filter(bills).flatMap((document) => {
      const billed = year.pricesIncludeTax ? document.total : document.net;
      if (document.contractId !== "")
        return document.contractId === contractId ? [billed.minus(besideOf(document, year))] : [];
      return document.lines
        .filter((line) => line.contractId === contractId && !isBeside(line, year))
        .map(({ amount }) => amount);
    }),
  );

/**
 * What a contract owes by a run; where prices include tax, with what its customer owes over all contracts on its invoices:
 * the total tells both together alone.
 */
export function owedOf(contract: Contract, year: SimulatedYear, run: YearRun["run"]): Fraction {
  const own = netBy(contract, year, run);
  const isBearer = contract === year.contracts[0] && year.customer?.commitments !== undefined;
  return isBearer && year.pricesIncludeTax ? own.plus(pooledBy(year, run)) : own;
}

export interface BilledRun {
  readonly run: YearRun["run"];
  readonly documents: readonly WrittenDocument[];
}

/** The net of a contract after the last run, and when that is right, the runs in which it grew. */
export function judgeNet(contract: Contract, year: SimulatedYear, runs: readonly BilledRun[]): Fault[] {
  const digits = digitsOf(contract.currency);
  const unlike = runs.flatMap(({ run, documents }) => {
    const billed = netOf(documents, contract.id, year);
    const owed = owedOf(contract, year, run);
    if (billed.minus(owed).isZero) return [];
    return [{ run, text: `by ${monthText(run)} billed ${billed.text(digits)}, owed ${owed.text(digits)}` }];
  });
  const [first] = unlike;
  if (first === undefined) return [];
  const kind = unlike.at(-1)?.run === runs.at(-1)?.run ? "net" : "run";
  return [{ kind, contractId: contract.id, text: first.text }];
}
