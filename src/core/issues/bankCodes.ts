import { changingMoney, error, info, warning, type IssueCodeDefinition } from "./issueCode";

/** Codes about files of banks. */
export const bankCodes = {
  BANK_ENTRY: error(
    "an entry of the bank is not read: {reason} (“{value}”)",
    "The other entries are. Fetch the file again, or type the payment into Payments.",
  ),
  BANK_BALANCE: changingMoney(
    warning(
      "the statement of {account} does not add up: opening {opening} and entries of {entries} are not closing {closing}; the gap is {value}{unread}",
      "An entry may be missing, stand twice or be unread. What the file holds is read; ask the bank for the statement again.",
    ),
  ),
  BANK_PENDING: info(
    "entries that the bank has not booked yet are not read, {value} in this statement; this is the first",
    "Nothing to do: they come with the statement of the day on which they are booked.",
  ),
  BANK_AGAIN: warning(
    "new payments that equal one of another file in day, amount and payer, with other ids: {value}; the first is {first}",
    "The same statement in another format, or of an account under another name, is the same money twice. Read a month in one format, and delete the rows of the other from Payments.",
  ),
} as const satisfies Record<string, IssueCodeDefinition>;
