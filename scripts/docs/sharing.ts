import { cardRanges, customerFields, customersTable } from "../../src/core/api";
import { code, page, table } from "./markdown";

const lengthsOf = (lengths: readonly number[]): string => lengths.join(", ");
const beginningOf = (from: string, to: string): string => (from === to ? from : `${from} to ${to}`);

/** What leaves the house: evidence, copies without names, card numbers, frozen figures. */
export function sharingPage(): string {
  const cards = cardRanges.map(({ scheme, from, to, lengths }) => [
    scheme,
    beginningOf(from, to),
    lengthsOf(lengths),
  ]);
  const personal = customerFields.map((field) => customersTable.columns[field].title);
  return page("Sharing", [
    "Commands that write a copy; the workbook itself is never changed.",
    "## `evidence BOOK INVOICE [LINE]`",
    "A copy of the workbook with the sheet Evidence, made to be printed: what the contract and the price row say, tiers, the\n" +
      "share of the period, the usage rows, and of each line quantity × unit price + fee, its rounding and its amount. Every\n" +
      "amount is a native formula over the cells beside and above it; each source is a link to its cell. Net, tax and total\n" +
      "follow, the total that the workbook shows, and who did what. The first dozen usage rows of a price stand by\n" +
      "themselves, the others are added. Exit status 1 where the inputs have changed since.",
    "`--json`: `{ invoice, lines: [{ line, amount, steps: [{ text, value, formula }], sources, differsFrom }], total, output }`.",
    "## `scan BOOK`",
    "Payment card numbers in cells, comments, properties, formulas, headers, drawings and pivot tables, with all but their last\n" +
      "four digits as stars; exit status 1 when there are any. A number has single blanks or hyphens between its digits, no\n" +
      "letter, digit, plus or decimals beside it, the beginning and length of a card, and its check digit. Invoice numbers of\n" +
      "the workbook are none. `--mask` writes a copy in which nothing but these digits is other than it was.",
    table(["Card", "Begins with", "Digits"], cards),
    "`--json`: `{ cards: [{ sheet, cell, masked, scheme, where }], output }`.",
    "## `redact BOOK`",
    "A copy of the tables and columns that are understood, at the same cells, in a new file: no other sheets and columns, no\n" +
      "comments, properties, pictures, printed invoices, names or macros. It is billed as the workbook is.",
    `Personal are, of Customers: ${personal.join(", ")}; the name and email of a customer in every table; and the columns of\n` +
      "the setting Personal columns and of `--columns`. Such a value becomes `P-` and ten digits of the SHA-256 of key, U+001F\n" +
      "and the value as names are compared; the key is drawn for each copy unless `--key` gives it. Values of four characters\n" +
      "or more with a letter are replaced inside texts too. Who signed stays. It is no anonymity.",
    "`--json`: `{ columns: [{ table, column, cells }], dropped, cards, output }`.",
    "## `personal BOOK --customer ID`",
    "Everything that the workbook holds about a customer: a CSV file a table, with all columns, of the rows that bear its id, or\n" +
      "else its contract, document, price or name. Other cells that name it, such as notes, are listed for a person to look at.",
    "`--json`: `{ customerId, files: [{ path, table, rows }], mentions: [{ sheet, cell }], output }`.",
    "## `erase BOOK --customer ID --reason TEXT`",
    "The workbook in which what is personal of a customer is a pseudonym: its personal columns, texts of its rows that hold such\n" +
      "a value, and other cells that hold one which is of nobody else. The key is drawn and forgotten unless `--key` gives it.\n" +
      "Kept as they are: issued and void documents with their printed sheets, Run log and Approvals, what others were sent. Of\n" +
      "Seals the personal texts of inputs go and their hashes stay, so that `verify` passes with the note `REDACTED`; where a\n" +
      "document has no seal, texts of contracts, prices, meters and credits stay too. A customer with a contract in force or a\n" +
      "document that is not issued is refused. Comments, properties and pictures are not searched, and are named. Earlier\n" +
      "copies of the workbook still hold the names.",
    "`--json`: `{ customerId, columns: [{ table, column, cells }], kept: [{ table, rows }], notSearched, output }`.",
    "## `freeze BOOK`",
    "A copy in which the formulas of the tables that runs and reports write are the values they showed; `--functions` takes\n" +
      `the add-in's functions in any cell too, for people who do not have it. A formula without a result stays, and one that\n` +
      `shows ${code("#NAME?")} is named so that it calculates where the add-in is; exit status 1 then.`,
    "`--json`: `{ frozen: [{ sheet, cells }], kept: [{ sheet, cell }], output }`.",
  ]);
}
