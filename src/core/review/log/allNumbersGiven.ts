import type { Snapshot } from "../../grid/grid";
import { readRunLog } from "../../sheets/runLog";
import { numbersGivenBy } from "./givenNumbers";
import { readApprovals } from "./readApprovals";

/** Every number and key that acts and runs ever gave, also those of documents that are gone: none is given again. */
export function allNumbersGiven(snapshot: Snapshot): string[] {
  const ofActs = readApprovals(snapshot).rows.flatMap(({ invoiceNumber, was }) => [
    invoiceNumber,
    ...(was === undefined ? [] : [was]),
  ]);
  const ofRuns = readRunLog(snapshot).rows.flatMap(({ action, parameters }) =>
    numbersGivenBy(action, parameters),
  );
  return [...ofActs, ...ofRuns];
}
