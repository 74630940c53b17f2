import { error, info, perValue, warning, type IssueCodeDefinition } from "./issueCode";

/** Codes about files for other systems and from them. */
export const exportCodes = {
  AMBIGUOUS_MAPPING: error(
    "this row of Accounts maps the same as row {first}: {value}",
    "Which of them counts is not guessed, so documents that need it are left out. Take one away, or name more in it.",
  ),
  FIELD_MISSING: error(
    "{field} is empty; an invoice from {country} must say it ({value})",
    "Fill the cell before the invoice gets its number: it cannot be changed afterwards. Company country in Settings decides what is asked for.",
  ),
  NO_TEMPLATE: perValue(
    warning(
      "there is no sheet “{value}” with tags such as {{number}}; the documents have the layout of the program",
      "Add the sheet, or correct Template in Customers.",
    ),
  ),
  UNKNOWN_TAG: perValue(
    warning(
      "the tag {value} of the template stands for nothing and is left out",
      "Correct its name; docs/documents.md lists the tags.",
    ),
  ),
  NO_PAYMENT_CODE: warning(
    "no code to pay by is on the documents, since {reason} (“{value}”)",
    "The documents are written all the same. Correct the cell, and make them again.",
  ),
  GUARDED: perValue(
    warning(
      "{column} “{value}” begins like a formula; it is written with an apostrophe in front",
      "A spreadsheet that opens the file would calculate it. `--raw` leaves the apostrophe off, where the other system does not take it.",
    ),
  ),
  CHANGED_AFTER_EXPORT: warning(
    "{value} changed since {run} exported it to {target}",
    "It is not exported again by itself. `--again` writes it as it is now; correct or delete the first one there.",
  ),
  VOID_AFTER_EXPORT: warning(
    "{value} is void since {run} exported it to {target}",
    "Void or delete it there as well.",
  ),
  DRAFT_CONTRACT: info(
    "contract {value} is a draft; it is not billed",
    "Set its Status to Active once it is complete.",
  ),
  TERM_MISSING: warning(
    "{value} has no term, so what its amount is per month is not known; Flat fee is blank",
    "Fill Flat fee and End date of the contract.",
  ),
} as const satisfies Record<string, IssueCodeDefinition>;
