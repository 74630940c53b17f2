import { sealsTable } from "../tables/seals.table";
import type { Part } from "./part";

/** A cell of Excel holds little more. */
export const LONGEST_TEXT = 32_000;
/** Between the marks of usage rows: figures with blanks alone between them could pass for card numbers. */
export const BETWEEN_MARKS = ", ";
/** What the key of the personal cells of a part ends with. */
export const PERSONAL_KEY = " | personal";
const SALT = "Salt: ";

/** A sealed cell as its text says it. */
export interface SealedCell {
  readonly column: string;
  readonly value: string;
}

const escaped = (value: string): string =>
  // Hardly any value has one of these, and one look tells.
  /[\\\r\n]/.test(value) ? value.replace(/\\/g, "\\\\").replace(/\r\n|\r|\n/g, "\\n") : value;

const unescaped = (text: string): string =>
  text.replace(/\\([\\n])/g, (_match, letter: string) => (letter === "n" ? "\n" : "\\"));

/** The text of cells: "Column: value" a line. */
function textOfCells(cells: readonly SealedCell[]): string {
  return cells.map(({ column, value }) => `${column}: ${escaped(value)}`).join("\n");
}

/** A row of Seals before its text is cut. */
export interface SealText {
  readonly table: string;
  readonly key: string;
  readonly text: string;
}

const FORM = "Form";

/**
 * The row by which a seal says of which parts it is made. Form 1, which had no such row, looked at fewer tables: a row that it
 * does not name may have been there.
 */
export const formText: SealText = { table: sealsTable.title, key: FORM, text: `${FORM}: 2` };

/** Whether a row of Seals is none of a part, but says which parts there are. */
export const isFormRow = ({ table, key }: Pick<SealText, "table" | "key">): boolean =>
  table === formText.table && key === formText.key;

/** The rows of a part: its cells, and its personal ones in a row of their own behind a salt. */
export function textsOfPart({ table, key, cells }: Part, salt: string): SealText[] {
  const plain = cells.filter(({ isPersonal }) => !isPersonal);
  const personal = cells.filter(({ isPersonal }) => isPersonal);
  return [
    { table, key, text: textOfCells(plain) },
    ...(personal.length > 0
      ? [{ table, key: key + PERSONAL_KEY, text: `${SALT}${salt}\n${textOfCells(personal)}` }]
      : []),
  ];
}

/** The cells of a text of Seals; the last line of a text that was cut is left out. */
export function cellsOfText(text: string, isCut: boolean): SealedCell[] {
  const lines = text === "" ? [] : text.split("\n");
  return (isCut ? lines.slice(0, -1) : lines).flatMap((line) => {
    const colon = line.indexOf(": ");
    if (colon < 0 || line.startsWith(SALT)) return [];
    return [{ column: line.slice(0, colon), value: unescaped(line.slice(colon + 2)) }];
  });
}

/** The salt of a personal text; "" where it was taken away with the rest of it. */
export function saltOf(text: string): string {
  return text.startsWith(SALT) ? text.slice(SALT.length).split("\n")[0]! : "";
}
