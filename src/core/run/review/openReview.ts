import { once } from "../../base/once";
import type { Sha256 } from "../../base/sha256";
import { FIRST_DAY } from "../../calendar/day";
import { monthOf } from "../../calendar/period";
import type { Snapshot } from "../../grid/grid";
import { readLogs, type Logs } from "../../review/log/logs";
import { readPolicy, type Policy } from "../../review/policy";
import { inputRows } from "../../review/seal/inputRows";
import { settingsAsPart } from "../../review/seal/inputs/settingParts";
import { personalOf } from "../../review/seal/personal";
import { readSeals, type Seals } from "../../review/seal/readSeals";
import { usageRows, type ReviewBook } from "../../review/seal/reviewBook";
import { unheard, type Issue } from "../../issues/issue";
import { preparedFrom, readInputs, type PreparedBook } from "../prepareBook";

/** A workbook opened for review: inputs, documents, who may do what, what was sealed and what was logged. */
export interface OpenedReview extends ReviewBook {
  readonly book: PreparedBook;
  readonly policy: Policy;
  readonly seals: Seals;
  readonly logs: Logs;
  /** What was said of the inputs when they were read; undefined where they were read for something else. */
  readonly inputIssues?: readonly Issue[];
}

/** Review of a book that has been read already. */
export function reviewOf(book: PreparedBook, snapshot: Snapshot, sha256: Sha256): OpenedReview {
  const { settings, tables, catalog, meters, contractIndex, register, metered } = book;
  const personal = personalOf({ tables, settings, usageBound: book.usageBound }, sha256);
  return {
    snapshot,
    settings,
    tables,
    catalog,
    meters,
    contractIndex,
    register,
    metered,
    usageRowsOf: usageRows(metered),
    inputRows: inputRows(tables, catalog),
    knownInputs: new Map(),
    settingParts: once(() => settingsAsPart({ snapshot, personal })),
    personal,
    sha256,
    book,
    policy: readPolicy(snapshot, settings),
    seals: readSeals(snapshot),
    logs: readLogs(snapshot, sha256),
  };
}

/** Reads a workbook for review. */
export function openReview(snapshot: Snapshot, sha256: Sha256): OpenedReview {
  const inputIssues: Issue[] = [];
  const inputs = readInputs(snapshot, (issue) => inputIssues.push(issue));
  // A book is read for some period; what belongs to a document does not depend on which.
  const options = { period: monthOf(FIRST_DAY), asOf: FIRST_DAY, giveNumbers: false };
  const { book } = preparedFrom(inputs, snapshot, options, unheard);
  if (!book) throw new Error("A period was given, and there is no book.");
  return { ...reviewOf(book, snapshot, sha256), inputIssues };
}
