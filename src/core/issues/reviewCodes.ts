import { changingMoney, error, perValue, warning, type IssueCodeDefinition } from "./issueCode";

const CURE =
  "Nothing is lost by billing on, but nobody can say any more that what stands above was so. `ratebook verify` names the cells; go back to the last copy whose head you noted.";

const CHANGED =
  "What the customer got says something else. `ratebook verify` names the cells; put them back from a copy, or void the document and bill it again.";

/** Codes about what was logged and approved, found before a run writes. */
export const reviewIssueCodes = {
  LOG_ALTERED: error("a row of the log is not what was written: {said}", CURE),
  LOG_MISSING: error("a row of the log is gone: {said}", CURE),
  LOG_REORDERED: error("rows of the log stand in another order: {said}", CURE),
  LOG_FORKED: error(
    "two rows of the log follow one: {said}",
    "Two copies were worked on and merged. No number is given until one of the two is taken out again.",
  ),
  LOG_TRUNCATED: error("the end of the log is gone: {said}", CURE),
  CELL_CHANGED: error("an issued document was changed: {said}", CHANGED),
  LINE_ADDED: error("an issued document was changed: {said}", CHANGED),
  LINE_MISSING: error("an issued document was changed: {said}", CHANGED),
  SEAL_BROKEN: error("the seal of an issued document does not hold: {said}", CHANGED),
  STATE_NOT_LOGGED: error(
    "the status of {value} was typed: {said}",
    "Set it again to what the message says; a document is taken back with `ratebook void` or a credit note. Until then its days stay billed, and no run replaces it.",
  ),
  DOCUMENT_MISSING: error("a document that got a number is gone: {said}", CHANGED),
  PERIOD_CHANGED: error("Closed periods is not what was logged: {said}", CURE),
  DUPLICATE_NUMBER: error(
    "a number was given twice: {said}",
    "No number is given until it is mended: make one of the documents void in the copy that it came from.",
  ),
  NOT_SEALED: error(
    "{value} was approved by hand; with a Policy it has no seal and gets no number",
    "Set it to In review again, and approve it with `ratebook approve`.",
  ),
  AFTER_CLOSE: changingMoney(
    perValue(
      warning(
        "{value} is closed, and {said}",
        "A closed period stays as it was reported; what came later is on the next invoice. Where it belongs into the period, open it again with `ratebook close BOOK PERIOD --reopen --reason TEXT`.",
      ),
    ),
  ),
} as const satisfies Record<string, IssueCodeDefinition>;
