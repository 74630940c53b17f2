import type { Sha256 } from "../../base/sha256";
import { FEWEST_OF_CARD, holdsCardNumber } from "../../base/cardNumber";
import { rememberedByText } from "../../base/remembered";
import { CellKind } from "../../grid/grid";
import type { UsageTable } from "../../metering/bindUsage";
import { PersonalColumns } from "../../personal/personalColumns";
import { PersonalValues } from "../../personal/personalValues";
import type { CatalogTables } from "../../catalog/readTables";
import { anyTable, type BoundTable } from "../../schema/boundTable";
import { shownText } from "../../schema/column";
import { UNIT_SEPARATOR } from "../../schema/rowHash";
import { viewCell } from "../../schema/viewCell";
import type { Settings } from "../../settings/settings";

/** What of a workbook is personal. */
export interface Personal {
  readonly columns: PersonalColumns;
  /** Whether a text holds a personal value or a card number. */
  readonly isInside: (text: string) => boolean;
  /** 16 digits of the SHA-256 over all personal cells. */
  readonly salt: string;
}

interface PersonalInput {
  readonly tables: CatalogTables;
  readonly settings: Settings;
  readonly usageBound: Pick<UsageTable, "parts"> | undefined;
}

/** Texts of personal columns of Usage, each once: callers are named in the texts of credits and lines as well. */
function* textsOfUsage(usage: PersonalInput["usageBound"], columns: PersonalColumns) {
  for (const part of usage?.parts ?? []) {
    const bound = anyTable(part.bound);
    const { grid, headerRow, firstRow, lastRow } = bound;
    const header = (column: number) => shownText(viewCell(grid, headerRow, column));
    for (const column of columns.of(bound, header).keys()) {
      const cells = grid.columns[column];
      if (!cells) continue;
      const isSeen = new Uint8Array(cells.texts.length);
      for (let row = firstRow; row <= lastRow; row++) {
        const text = cells.values[row]!;
        if (cells.kinds[row] !== CellKind.text || isSeen[text] === 1) continue;
        isSeen[text] = 1;
        yield cells.texts.at(text)!.trim();
      }
    }
  }
}

function* personalCells(
  bounds: readonly BoundTable[],
  isPersonal: (bound: BoundTable, field: string) => boolean,
) {
  for (const bound of bounds) {
    const columns = [...bound.columnOf].filter(([field]) => isPersonal(bound, field));
    for (let row = bound.firstRow; row <= bound.lastRow; row++)
      for (const [field, column] of columns) {
        const value = shownText(viewCell(bound.grid, row, column));
        if (value !== "") yield { field, value };
      }
  }
}

/** A figure or a day as it is sealed: it names nobody, and where it is so short it is no card number. */
const isShortFigure = (text: string): boolean => text.length < FEWEST_OF_CARD && /^[\d.-]*$/.test(text);

/** What is personal in a workbook: columns of Customers, names everywhere, and the columns that Settings name. */
export function personalOf({ tables, settings, usageBound }: PersonalInput, sha256: Sha256): Personal {
  const columns = new PersonalColumns(settings.personalColumns);
  const { customers, contracts, prices, adjustments } = tables;
  const bounds = [customers, contracts, prices, adjustments].flatMap(({ bound }) =>
    bound ? [anyTable(bound as unknown as BoundTable)] : [],
  );
  const cells = [
    ...personalCells(bounds, ({ definition }, field) =>
      columns.isPersonalField(definition, field, definition.columns[field]!.title),
    ),
  ];
  const values = [...new Set(cells.map(({ value }) => value))].sort();
  const sought = new PersonalValues();
  for (const value of values) sought.add(value);
  for (const text of textsOfUsage(usageBound, columns)) sought.add(text);
  const holdsPersonal = rememberedByText((text) => sought.isIn(text) || holdsCardNumber(text));
  return {
    columns,
    isInside: (text) => !isShortFigure(text) && holdsPersonal(text),
    salt: sha256([values.join(UNIT_SEPARATOR)]).slice(0, 16),
  };
}
