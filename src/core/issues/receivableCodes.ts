import { error, warning, type IssueCodeDefinition } from "./issueCode";

const WAITS =
  "It waits under its DRAFT- key until another person approves it: `credit BOOK KEY --approved-by NAME`.";

/** Codes about what is owed: documents by their days, payments, and rows of Applications. */
export const receivableCodes = {
  DUPLICATE_ID: error(
    "{column} “{value}” stands on several rows, the first of them row {first}",
    "Rows with equal content count once. With different content none of them counts: give each its own id.",
  ),
  UNKNOWN_PAYMENT: error(
    "“{value}” is neither a payment of Payments nor a credit note of Invoices",
    "The row does not count. Correct the id.",
  ),
  OTHER_CUSTOMER: error(
    "{invoice} is of customer {owner}, and this is of customer {value}",
    "The row does not count: cash and credits stay with their customer. Correct one of the two.",
  ),
  OVER_APPLIED: error(
    "{value} is more than the {left} that is left of {subject}",
    "The row does not count. Correct the amount, or take back the row that used it up.",
  ),
  BAD_REVERSAL: error(
    "{reason}",
    "The row does not count. A reversal names an Application ID once, with payment, invoice and kind of that row and its opposite amount.",
  ),
  REASON_MISSING: error(
    "a write-off of {value} has no reason code",
    "The row does not count. Fill Reason code: nobody can approve what nobody explains.",
  ),
  PAID_NOT_APPLIED: warning(
    "Paid is {value}, but only {applied} of dated rows goes against {invoice}",
    "What is owed follows from Payments and Applications, never from this cell. Enter the payment that is missing.",
  ),
  MISSING_DUE_DATE: warning(
    "{value} has neither a due date nor payment terms; it ages from its invoice date",
    "Fill Due date, or the payment terms of its contract or customer.",
  ),
  SIGN: warning(
    "credit note {value} has a positive total; it is read as negative",
    "Write the totals of credit notes with a minus.",
  ),
  APPROVAL_NEEDED: error(
    "{value} of {total} {why}, and nobody approved it",
    "It waits under its DRAFT- key. `credit BOOK KEY --approved-by NAME` issues it.",
  ),
  SELF_APPROVAL: error("{value} of {total} {why}, and {who} made it and approved it", WAITS),
  NOT_ALLOWED: error("{value} of {total} {why}, and {said}", WAITS),
  OVER_LIMIT: error("{value} of {total} {why}, and it is above the limit of {who}", WAITS),
} as const satisfies Record<string, IssueCodeDefinition>;
