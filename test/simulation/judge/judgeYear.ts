import { documentsOf } from "../engine/documents";
import { bookBefore, compareAsItIs, runYear, type ErrorFinding, type YearRun } from "../engine/runYear";
import { digitsOf } from "../oracle/fraction";
import { monthText } from "../year/day";
import type { SimulatedYear } from "../year/simulatedYear";
import type { Fault } from "./fault";
import { judgeDrawnAfterTax } from "./drawnAfterTax";
import { judgeInstalments } from "./instalments";
import { judgeNet } from "./nets";
import { judgePools } from "./pools";
import { judgeServiceDays } from "./serviceDays";
import { judgeDocuments } from "./tax";

/** What was found, though nothing is wrong with a simulated year. */
function judgeFindings(
  findings: readonly ErrorFinding[],
  when: string,
  { contracts }: SimulatedYear,
): Fault[] {
  const digits = (contractId: string) =>
    digitsOf(contracts.find(({ id }) => id === contractId)?.currency ?? "USD");
  return findings.map(({ code, contractId, difference, cause }) => ({
    kind: "finding",
    contractId,
    text: `${when}: ${code} ${difference.text(digits(contractId))} (${cause})`,
  }));
}

/** Nothing may be found and nothing held. */
function judgeReports({ run, findings, errors }: YearRun, year: SimulatedYear): Fault[] {
  return [
    ...judgeFindings(findings, monthText(run), year),
    ...errors.map((text): Fault => ({ kind: "error", contractId: "", text: `${monthText(run)}: ${text}` })),
  ];
}

function judgeRuns(year: SimulatedYear, runs: readonly YearRun[]): Fault[] {
  const billed = runs.map(({ run, book }) => ({ run, documents: documentsOf(book) }));
  const last = billed.at(-1);
  if (last === undefined) return [];
  return [
    ...year.contracts.flatMap((contract) => judgeNet(contract, year, billed)),
    ...year.contracts.flatMap((contract) => judgeServiceDays(contract, year, last.run, last.documents)),
    ...judgePools(year, billed),
    ...judgeDrawnAfterTax(last.documents, year),
    ...judgeDocuments(last.documents, year),
  ];
}

/** What is wrong with what a year bills, whatever is reported of it. */
export const judgeAmounts = (year: SimulatedYear): Fault[] => judgeRuns(year, runYear(year));

/** Bills a year and says what is wrong with it; nothing, where engine and oracle agree. */
export function judgeYear(year: SimulatedYear): Fault[] {
  const runs = runYear(year);
  const last = runs.at(-1);
  const asItIs = last === undefined ? [] : compareAsItIs(bookBefore(year, last.run, last.book));
  return [
    ...judgeRuns(year, runs),
    ...runs.flatMap((run) => judgeReports(run, year)),
    ...judgeFindings(asItIs, "as it is", year),
    ...(last === undefined ? [] : judgeInstalments(last.book, year)),
  ];
}
