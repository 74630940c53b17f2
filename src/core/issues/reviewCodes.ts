import { error, type IssueCodeDefinition } from "./issueCode";

const CURE =
  "Nothing is lost by billing on, but nobody can say any more that what stands above was so. `ratebook verify` names the cells; go back to the last copy whose head you noted.";

/** Codes about what was logged and approved, found before a run writes. */
export const reviewIssueCodes = {
  LOG_ALTERED: error("{said}", CURE),
  LOG_MISSING: error("{said}", CURE),
  LOG_REORDERED: error("{said}", CURE),
  LOG_FORKED: error(
    "{said}",
    "Two copies were worked on and merged. No number is given until one of the two is taken out again.",
  ),
  LOG_TRUNCATED: error("{said}", CURE),
  DUPLICATE_NUMBER: error(
    "{said}",
    "No number is given until it is mended: make one of the documents void in the copy that it came from.",
  ),
  NOT_SEALED: error(
    "{value} was approved by hand; with a Policy it has no seal and gets no number",
    "Set it to In review again, and approve it with `ratebook approve`.",
  ),
} as const satisfies Record<string, IssueCodeDefinition>;
