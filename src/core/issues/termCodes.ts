import { error, warning } from "./issueCode";

/** What is agreed beside prices: rows that mean nothing, and what somebody should know of terms. */
export const termCodes = {
  BAD_TERMS: error(
    "“{value}” means nothing here: {reason}",
    "Correct the row; the contracts that it is for wait, since what is agreed is not known.",
  ),
  CONTRACT_EXPIRES: warning(
    "contract “{value}” ends on {end} and does not renew itself",
    "Agree on a new term, or let it end; from the day after nothing is billed.",
  ),
  RATE_MISSING: error(
    "there is no rate from {value} to {currency} on or before {day}",
    "Add the rate to Exchange rates; the contract waits.",
  ),
  INDEX_MISSING: error(
    "the index that the price of {column} follows has no value for the step that is in force now",
    "Add the value of the month to Indices; the contract waits.",
  ),
  STEPS_ENDED: error(
    "the escalation of the price of {column} has more steps than are followed, so what it is now is not known",
    "Write today's price as a row of Prices with its Effective from; it is raised by the steps after that day. The contract waits.",
  ),
  GRANT_LOW: warning(
    "of grant “{value}” {left} is left, less than {limit}",
    "Agree on a new grant before the next run; what the grant does not pay is due.",
  ),
  AMENDMENT_GAP: warning(
    "{product} has no price from {from} to {to}; the row before ends on {end}",
    "Where the price should go on, let the new row begin the day after; else nothing is to be done.",
  ),
  AMENDMENT_WITHOUT_EFFECT: warning(
    "the row of {product} from {value} on says what the row before says",
    "Correct its terms, or remove the row.",
  ),
  PRICE_NEVER_USED: warning(
    "no row of Usage was ever priced by {value}",
    "Compare the meter of the price with Usage, or end the price.",
  ),
  NO_USAGE_3_PERIODS: warning(
    "contract “{value}” has no usage in the three periods up to {to}",
    "Ask whether the service is still used, or whether its usage is missing.",
  ),
} as const;
