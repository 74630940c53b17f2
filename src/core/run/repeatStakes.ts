import type { Issue } from "../issues/issue";
import { addedByRows, type RatedBook } from "./rateWithoutRows";

/** Rows that occur twice, with what they add to the bill. */
export function repeatIssues(rated: RatedBook): Issue[] {
  return rated.book.repeats.map(({ contract, rows, issue }) => {
    const stake = addedByRows(rated, contract, rows);
    return stake ? { ...issue, stake } : issue;
  });
}
