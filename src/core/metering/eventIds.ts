import { CellKind } from "../grid/grid";
import { TextDictionary } from "../grid/textDictionary";
import { viewCell } from "../schema/bind";
import { shownText } from "../schema/column";
import type { Usage } from "./usage";

/** The Event IDs of the rows of Usage as numbers from 0 on; equal ids have one, whatever the kind of their cells. */
export interface EventIds {
  /** Of a row of Usage; undefined where its cell is blank or an error. */
  readonly codeAt: (row: number) => number | undefined;
  /** No code is so large. */
  readonly limit: number;
}

/** Undefined without the column. The code of nearly every text is its index in the column, so nothing is looked up. */
export function eventIdsOf({ bound: { grid, columnOf }, firstRow, rowCount }: Usage): EventIds | undefined {
  const index = columnOf.get("eventId");
  const column = grid.columns[index ?? -1];
  if (index === undefined || !column) return undefined;
  const { kinds, values, texts } = column;
  const plainCodes = new Uint8Array(texts.length);
  let dictionary: TextDictionary | undefined;
  /** For numbers, and texts between blanks: they may equal a text of the column. */
  const lookUp = (id: string): number | undefined =>
    id === "" ? undefined : (dictionary ??= new TextDictionary(texts)).indexOf(id);
  const isPlain = (text: number): boolean => {
    if (plainCodes[text] === 0) {
      const id = texts.at(text)!;
      plainCodes[text] = id !== "" && id.trim() === id ? 1 : 2;
    }
    return plainCodes[text] === 1;
  };
  return {
    codeAt: (row) => {
      const sheetRow = firstRow + row;
      const kind = kinds[sheetRow] ?? CellKind.blank;
      if (kind === CellKind.blank || kind === CellKind.error) return undefined;
      if (kind === CellKind.text && isPlain(values[sheetRow]!)) return values[sheetRow]!;
      return lookUp(shownText(viewCell(grid, sheetRow, index)));
    },
    limit: texts.length + rowCount,
  };
}
