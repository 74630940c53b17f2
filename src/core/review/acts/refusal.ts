import type { ReviewFinding } from "../finding";

/** Why an act is refused for a document, with what it means. Codes are public. */
export const refusalCodes = {
  WRONG_STATE: "the document is in another state",
  NOT_ALLOWED: "the Policy gives the person another role",
  OWN_WORK: "the person prepared or submitted it",
  OVER_LIMIT: "the total is above the person's limit",
  NOT_VERIFIED: "computed again it is another document",
  NOT_SEALED: "it was approved by hand",
  NEEDS_APPROVAL: "it has to be approved first",
  SEAL_LAPSED: "what was approved has changed since",
  HAS_PAYMENTS: "payments or credits stand against it",
  PERIOD_CLOSED: "its period is closed",
  DUPLICATE_NUMBER: "its number stands on several documents",
} as const;
export type RefusalCode = keyof typeof refusalCodes;

/** An act that was not done, with the cells that say why. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly findings: readonly ReviewFinding[];
}

export function refusal(
  code: RefusalCode,
  message: string,
  findings: readonly ReviewFinding[] = [],
): Refusal {
  return { code, message, findings };
}
