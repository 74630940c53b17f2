import { linesOfItems } from "../invoiceLines";
import { addingLines } from "./bill";

/** What the prices of the contracts bill, and what the rules of rating/terms/chain made of it, rounded to lines. */
export const prices = addingLines(({ charges }, { settings }) =>
  linesOfItems(
    charges.flatMap(({ items }) => items),
    settings,
  ),
);
