import type { ErrorFinding } from "../engine/runYear";

/** Of the findings of several runs each once: every later run may say the same again. */
export const distinct = (findings: readonly ErrorFinding[]): ErrorFinding[] => [
  ...new Map(findings.map((finding) => [finding.key, finding])).values(),
];
