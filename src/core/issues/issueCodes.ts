import {
  changingMoney,
  error,
  info,
  perColumn,
  perValue,
  warning,
  type IssueCodeDefinition,
} from "./issueCode";
import { exportCodes } from "./exportCodes";
import { layoutCodes } from "./layoutCodes";
import { bankCodes } from "./bankCodes";
import { documentIssueCodes } from "./documentCodes";
import { receivableCodes } from "./receivableCodes";
import { reviewIssueCodes } from "./reviewCodes";
import { termCodes } from "./termCodes";

export type { IssueCodeDefinition, Severity } from "./issueCode";

/** Every code that a run can report. Codes are public: a code may be retired, never given a new meaning. */
export const issueCodes = {
  // The workbook and its tables
  MISSING_TABLE: error(
    "there is no {table} table; name a sheet or an Excel table “{table}” ({synonyms} also work){hint}",
    "Nothing can be billed without it. Add the table, or rename the sheet that holds it.",
  ),
  MISSING_COLUMN: error(
    "{table} has no column {columns}; {right}",
    "The rows of the table cannot be used. The header row may stand anywhere in the first 20 rows.",
  ),
  SECOND_TABLE: warning(
    "sheet “{value}” also looks like {table}, which is read from “{used}”; this one is not read",
    "Move its rows to the first table, or rename it, so that nothing is left out by mistake.",
  ),
  ...layoutCodes,
  ...receivableCodes,
  ...reviewIssueCodes,
  ...documentIssueCodes,
  ...termCodes,
  ...exportCodes,
  // One cell
  ERROR_CELL: error(
    "{column} is the error {value}; {cure}",
    "The row cannot be used. An invoice that depends on it is held.",
  ),
  MISSING_VALUE: error("{column} is empty; {right}", "Fill the cell. An invoice that depends on it is held."),
  NOT_A_NUMBER: perValue(
    error(
      "{column} is “{value}”, which is no number; write it like 1234.50{orBlank}",
      "Type a number. An invoice that depends on it is held.",
    ),
  ),
  NUMBER_AS_TEXT: perColumn(
    warning(
      "{column} is the text “{value}”; it was read as {read}",
      "Nothing is lost, but sums in the sheet leave text out: convert the cell to a number.",
    ),
  ),
  AMBIGUOUS_NUMBER: perColumn(
    error(
      "{column} is the text “{value}”, which can mean {one} or {other}; type it as a number",
      "The amount could be a thousand times off, so it is not guessed.",
    ),
  ),
  OUT_OF_RANGE: perValue(error("{column} is {value}; it must be {right}", "Correct the value.")),
  LONG_NUMBER: perColumn(
    warning(
      "{column} holds more than {most}; {effect}",
      "Round a figure in the sheet so that what you see is what is billed; a shorter number pattern in Settings makes shorter invoice numbers.",
    ),
  ),
  NOT_A_DATE: perValue(
    error(
      "{column} is “{value}”, which is no date; write it like 2026-10-31{orBlank}",
      "Type a date. An invoice that depends on it is held.",
    ),
  ),
  AMBIGUOUS_DATE: perColumn(
    error(
      "{column} is the text “{value}”, which can mean {one} or {other}; type it as a date",
      "Day and month are not guessed; one clear date in the column settles the others.",
    ),
  ),
  DATE_AS_TEXT: perColumn(
    warning(
      "{column} is the text “{value}”; the other dates of the column settle it as {read}",
      "Convert the column to dates.",
    ),
  ),
  UNKNOWN_CHOICE: perValue(
    error("{column} is “{value}”; it must be one of {right}", "Choose one of the values."),
  ),
  BAD_FILTER: error(
    "{column} is “{value}”; write it like Region = EU, with a column of Usage",
    "The meter cannot be counted, so invoices that use it are held.",
  ),
  // Settings
  UNKNOWN_SETTING: warning(
    "“{value}” is no setting{right}",
    "The row is ignored. Correct the key (the reference lists all settings), or move notes to another column.",
  ),
  BAD_SETTING: warning(
    "{key} is “{value}”; it must be {right}; {fallback} is used",
    "The default holds until the value is corrected.",
  ),
  // Keys and references
  DUPLICATE_KEY: error(
    "{column} “{value}” stands in row {first} already; each may stand once",
    "Remove one of the rows, or give it its own id.",
  ),
  UNKNOWN_CUSTOMER: perValue(
    error("customer “{value}” is not in Customers{hint}", "Add the customer or correct the id."),
  ),
  UNKNOWN_CONTRACT: perValue(
    error("contract “{value}” is not in Contracts{hint}", "Add the contract or correct the id."),
  ),
  UNKNOWN_PRICE: perValue(
    error("price “{value}” is not in Prices{hint}", "Add the price or correct the id."),
  ),
  UNKNOWN_TAX_CODE: perValue(
    error(
      "tax code “{value}” is not in Tax codes{hint}",
      "Add the tax code with its rate; the invoice is held, since its tax is not known.",
    ),
  ),
  UNKNOWN_CURRENCY: error(
    "“{value}” is no ISO 4217 currency code; write it like USD",
    "Correct the code; the invoice is held, since its cents are not known.",
  ),
  UNKNOWN_TERMS: error(
    "payment terms “{value}” are not understood; write {right}",
    "Correct the terms; the invoice is held, since its due date is not known.",
  ),
  UNKNOWN_INVOICE: error(
    "invoice “{value}” is not in Invoices{hint}",
    "A credit or a row of cash needs its invoice; correct the number or clear it.",
  ),
  // Contracts and prices
  CONTRACT_DATES: error("the contract ends {value}, before it starts {start}", "Correct one of the dates."),
  CONTRACT_WITHOUT_PRICE: warning(
    "contract “{value}” has no price, so nothing is billed for it",
    "Add its prices, or end the contract.",
  ),
  OVERLAPPING_RATES: error(
    "tax code “{value}” has another rate in row {first} for the same days; each day needs one rate",
    "End one rate the day before the other begins (Effective from, Effective to).",
  ),
  OVERLAPPING_PRICES: error(
    "{product} has another price in row {other} for the same days ({value}); each day needs one price",
    "End one price the day before the other begins (Effective from, Effective to).",
  ),
  SETUP_FEE_TWICE: perValue(
    changingMoney(
      warning(
        "contract {contract} has a setup fee of {value} here and one of {others}; {charged}: clear what is due once, or write one fee for all",
        "A fee that is due once stands in one cell. Where each is due, one cell holds what they come to.",
      ),
    ),
  ),
  SETUP_FEE_REPEATED: changingMoney(
    warning(
      "“{value}” is a flat fee of {fee} that is charged in every billing period",
      "Where it is due once, write it into the column Setup fee, or end it with Effective to.",
    ),
  ),
  PRICE_INCOMPLETE: error(
    "a {model} price needs {column}; {right}",
    "Fill the cell; the contract is held, since the price cannot be worked out.",
  ),
  BAD_TIERS: error(
    "tiers “{value}”: {reason}; write them like 1000: 0.10; 5000: 0.08; *: 0.05",
    "Correct the tiers; the contract is held, since the price cannot be worked out.",
  ),
  MODEL_CONFLICT: error("{value}: {reason}", "Choose another model or clear the cell."),
  MINIMUM_ABOVE_MAXIMUM: error(
    "the minimum {value} is above the maximum {maximum}",
    "Correct one of them; the contract is held.",
  ),
  FREE_FIRST_VOLUME_TIER: warning(
    "the first tier of a volume price is free; above {value} every unit is charged, the first ones too",
    "Use graduated or an included quantity if the first units are meant to stay free.",
  ),
  EVIDENCE_MISSING: warning(
    "{subject} has no Evidence, which the price requires: it waits",
    "The invoice goes without it. Fill Evidence; the next run bills it, for its own days.",
  ),
  RESULT_MISSING: warning(
    "there is no result of {measure} for {days}: what it would bill waits",
    "The invoice goes without it. Fill Results; the next run bills it, for its own days.",
  ),
  DUPLICATE_ROW: error(
    "{value} has two results of one status for the month, the first of them in row {first}",
    "Take one out, or say which is Audited; the contract is held.",
  ),
  // Usage
  AMBIGUOUS_CONTRACT: perValue(
    error(
      "customer “{value}” has {count} contracts with a price for {meter}; write the Contract ID",
      "The row cannot be given to one contract, so the contracts in question are held.",
    ),
  ),
  OTHER_CUSTOMER: perValue(
    error(
      "contract {contract} is of customer {customer}, and the row names customer “{value}” beside it; it can be of one only",
      "Correct one of the two ids. Which one is meant is not guessed, so the contracts of both are held.",
    ),
  ),
  USAGE_OUTSIDE_CONTRACT: perValue(
    error(
      "usage on {day} lies outside contract {value} ({days})",
      "It is not billed. Extend the contract or move the usage to the contract that was in force.",
    ),
  ),
  USAGE_WHILE_SUSPENDED: perValue(
    error(
      "usage on {day} of contract {value}, which is suspended",
      "It is not billed. Set the contract to Active, or find out why a suspended service was used.",
    ),
  ),
  PERIOD_IN_DOUBT: changingMoney(
    warning(
      "{value} is the latest month with usage by {rows} alone, {so}: other usage ends {before}; correct the date, or name the period to bill",
      "A run without a period bills the latest month with usage. With --period, or Period in the pane, nothing is in doubt.",
    ),
  ),
  USAGE_DATED_AHEAD: changingMoney(
    warning(
      "{value} is {months} months after all usage before it, {rows} alone, and is not billed in {period}; correct the date if the year or month is a slip",
      "Usage is billed in the period of its date. A date of another year is found by no run of this one.",
    ),
  ),
  DUPLICATE_EVENT: info(
    "event “{value}” stands in {first} already with the same content; it was counted once",
    "Nothing to do; duplicates are shown in the control totals.",
  ),
  CONFLICTING_EVENT: error(
    "event “{value}” stands in {first} with other content; one of the two is wrong",
    "Remove the wrong row; the contracts concerned are held.",
  ),
  AMBIGUOUS_PRICE: error(
    "prices {one} and {other} both take this usage of “{value}”; no Condition says which of them",
    "Make one of the conditions tell more, so that every row has one price; the contract is held.",
  ),
  UNPRICED_USAGE: error(
    "contract {contract} has usage of “{value}” and no price for it from {from} to {to}",
    "Add a price (0 if it is free) for the meter and the days; the contract is held.",
  ),
  PRICE_WITHOUT_USAGE: warning(
    "no usage of {meter} for contract {value} from {from} to {to}",
    "Check whether the meter reported; a minimum or a first tier's fee is still charged.",
  ),
  NEGATIVE_USAGE: error(
    "{meter} of contract {contract} adds up to {value}; a quantity to bill cannot be negative",
    "Correct the usage, or set Negative usage to Mirror on the price to credit it.",
  ),
  ABOVE_LAST_TIER: error(
    "{value} of {meter} is above the last tier ({last}); {open} for no limit",
    "Usage above the last tier would go unbilled, so the contract is held.",
  ),
  ZERO_USAGE_FEE: info(
    "{value} had no usage; the first tier's fee of {fee} is charged",
    "Set Zero usage to No charge on the price if the contract says so.",
  ),
  // Adjustments and documents
  CREDIT_WITHOUT_REASON: error(
    "the adjustment of {value} has no reason code",
    "Every credit needs a reason; the document that would carry it is held.",
  ),
  OVER_CREDITED: error(
    "a credit of {value} is more than the {left} left of invoice {invoice}",
    "Credits never exceed what is left of an invoice; correct the amount.",
  ),
  APPROVED_DIFFERS: error(
    "{value} is approved, but the inputs no longer give what it says; it got no number",
    "Undo the change of the inputs, or set its Status to Draft and run again.",
  ),
  ADJUSTMENT_NOT_BILLED: warning(
    "the adjustment of {value} is dated {day}, before this run, and stands on no invoice",
    "It is not billed by this run: date it within the period that shall bill it.",
  ),
  NO_TAX_RATE: error(
    "tax code “{value}” has no rate on {day}",
    "Add a row to Tax codes that is in force on that day; the invoice is held.",
  ),
  ...bankCodes,
  // Plans, everyday layouts of contracts and prices
  UNKNOWN_PLAN: error(
    "plan “{value}” has no price in Prices{hint}",
    "Correct the plan, or add its prices with the plan's name; the contract is held.",
  ),
  OVERLAPPING_CONTRACTS: error(
    "contract {value} is in row {other} for the same days ({days}); {right}",
    "Which row counts on those days is not guessed, so the contract is held. A change of plan is a second row that follows the first; with prices in the same rows, services of different days have their days in Effective from and Effective to.",
  ),
  CONTRACT_ROWS_DIFFER: error(
    "{column} of contract {contract} is “{value}” here and “{first}” in row {other}",
    "Rows of one contract agree in customer, currency and billing cycle; give another agreement an id of its own.",
  ),
  NEGATIVE_PRICE: perColumn(
    changingMoney(
      warning(
        "the price {value} of {product} is below 0: each unit is a credit to the customer",
        "Nothing to do where that is agreed. A discount belongs into Discount %, a single credit into Adjustments.",
      ),
    ),
  ),
  PRICE_OUTSIDE_CONTRACT: warning(
    "this price of {value} never applies: contract {contract} {reason}",
    "Nothing is billed for it. Correct its days, its plan or its contract.",
  ),
  DATES_REVERSED: error(
    "{column} is {value}, before {first} {start}",
    "Correct one of the two dates; what depends on the row is held.",
  ),
  CUSTOMER_NAMES_DIFFER: warning(
    "customer {customer} is “{value}” here and “{other}” in {where}",
    "One of the two names is printed on the invoice. Correct the name, or the customer's id.",
  ),
  AMBIGUOUS_DISCOUNT: error(
    "{column} is {value} as a plain number, which can mean {value} percent or the fraction {value}",
    "Write 15 for fifteen percent, or format the cell as a percentage; what depends on it is held.",
  ),
  AMBIGUOUS_RATE: error(
    "{column} is {value} as a plain number, which can mean {value} percent or the fraction {value}",
    "Format the cell as a percentage, or write it with %; what depends on it is held.",
  ),
  UNIT_NAMES_A_NUMBER: error(
    "the unit “{value}” names a number; say in Price per for how many units the price is",
    "The price could be far too high or too low, so it is not guessed: fill Price per (1 if it is for one unit).",
  ),
  CURRENCY_MISMATCH: error(
    "{column} is {value}, but {holder} is in {currency}",
    "Amounts are never converted: correct one of the two currencies.",
  ),
  BEYOND_15_DIGITS: error(
    "{column} comes to {value}, more than a cell holds exactly (15 digits)",
    "Correct the price or the quantity; the contract is held.",
  ),
  NO_TAX: info(
    "no contract, price or customer has a tax code or a Tax %; the invoices are without tax",
    "Nothing to do where no tax is due; else fill Tax code or Tax %.",
  ),
  SELLER_INCOMPLETE: warning(
    "invoices get final numbers without the seller's {missing}",
    "Fill them in Settings: an invoice names its seller, and the seller's tax number where it charges tax.",
  ),
  AMBIGUOUS_SIGN: error(
    "{value} is a positive amount in a table of credits; write −{value} for a credit, or name the sheet Adjustments",
    "A charge and a credit would differ by twice the amount, so it is not guessed; the invoice is held.",
  ),
} as const satisfies Record<string, IssueCodeDefinition>;

export type IssueCode = keyof typeof issueCodes;
