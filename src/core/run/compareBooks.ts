import type { Period } from "../calendar/period";
import { compareDocuments } from "../comparison/compareDocuments";
import type { ComparedBook } from "../comparison/comparedBook";
import type { Comparison } from "../comparison/comparison";
import type { Snapshot } from "../grid/grid";
import { prepareBook } from "./prepareBook";
import { unheard } from "../issues/issue";

/** A workbook with its rows of usage; what is wrong with it is told by a run of its own. */
function comparedBook(snapshot: Snapshot, period: Period | undefined): ComparedBook {
  const { inputs, book } = prepareBook(snapshot, { period, asOf: undefined, giveNumbers: false }, unheard);
  return { ...inputs, snapshot, metered: book?.metered };
}

/**
 * What two billed workbooks say differently, by business key: every document that is not equal, with the effects of its
 * causes, which add up to Total B − Total A. Only documents that end in a period, where one is given.
 */
export function compareBooks(a: Snapshot, b: Snapshot, period?: Period): Comparison {
  return compareDocuments(comparedBook(a, period), comparedBook(b, period), period);
}
