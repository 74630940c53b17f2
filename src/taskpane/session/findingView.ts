import { shortened, type CellRef, type IssuedDocuments, type ReviewFinding } from "../../core/api";

type IssuedDifference = IssuedDocuments["changes"][number]["differences"][number];

/** Something that is not as it was sealed, logged or computed. */
export interface FindingView {
  readonly code: string;
  /** Its table, row and column, as far as it is about one. */
  readonly what: string;
  readonly at: CellRef | undefined;
  /** Both empty where the message says all. */
  readonly expected: string;
  readonly found: string;
  readonly message: string;
}

/** As much of a value as a narrow pane bears. */
const LONGEST = 160;
const short = (text: string): string => shortened(text, LONGEST);

/** "N2" of a sheet as a cell. */
export function cellNamed(sheet: string, address: string): CellRef | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet, row: Number(digits) - 1, column };
}

export function findingView(finding: ReviewFinding): FindingView {
  const { code, sheet, cell, table, key, column, expected, found, message } = finding;
  return {
    code,
    what: [table, key, column].filter((part) => part !== "").join(" · "),
    at: cellNamed(sheet, cell),
    expected: short(expected),
    found: short(found),
    message: short(message),
  };
}

/** A difference of a document from what was sealed of it. */
export function findingOfDifference(difference: IssuedDifference): FindingView {
  const { table, key, column, expected, found, at, type } = difference;
  return {
    code: type === "changed" ? "CELL_CHANGED" : type === "added" ? "LINE_ADDED" : "LINE_MISSING",
    what: [table, key, column].filter((part) => part !== "").join(" · "),
    at,
    expected: short(expected),
    found: short(found),
    message: "",
  };
}
