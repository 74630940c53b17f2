import { documentsOf } from "../engine/documents";
import { runYear, type YearRun } from "../engine/runYear";
import { digitsOf } from "../oracle/fraction";
import { monthText } from "../year/day";
import type { SimulatedYear } from "../year/simulatedYear";
import type { Fault } from "./fault";
import { judgeNet } from "./nets";
import { judgeServiceDays } from "./serviceDays";
import { judgeDocuments } from "./tax";

/** Nothing is wrong with a simulated year, so nothing may be found and nothing held. */
function judgeReports({ run, findings, errors }: YearRun, { contracts }: SimulatedYear): Fault[] {
  const digits = (contractId: string) =>
    digitsOf(contracts.find(({ id }) => id === contractId)?.currency ?? "USD");
  return [
    ...findings.map(({ code, contractId, difference, cause }): Fault => ({
      kind: "finding",
      contractId,
      text: `${monthText(run)}: ${code} ${difference.text(digits(contractId))} (${cause})`,
    })),
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
    ...judgeDocuments(last.documents, year),
  ];
}

/** What is wrong with what a year bills, whatever is reported of it. */
export const judgeAmounts = (year: SimulatedYear): Fault[] => judgeRuns(year, runYear(year));

/** Bills a year and says what is wrong with it; nothing, where engine and oracle agree. */
export function judgeYear(year: SimulatedYear): Fault[] {
  const runs = runYear(year);
  return [...judgeRuns(year, runs), ...runs.flatMap((run) => judgeReports(run, year))];
}
