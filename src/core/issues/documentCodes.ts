import { perValue, warning, type IssueCodeDefinition } from "./issueCode";

/** Codes about documents that leave the house. */
export const documentIssueCodes = {
  UNIT_CODE: perValue(
    warning(
      "“{value}” is no unit with a code of UN/ECE; it counts as pieces (C62)",
      "Nothing is lost. Name its code in the table Units to send it as it is.",
    ),
  ),
  E_INVOICE_ADVICE: warning(
    "{rule} of {profile} asks for more: {says}",
    "The document is written; receivers may ask for a better one.",
  ),
} as const satisfies Record<string, IssueCodeDefinition>;
