import type { Sha256 } from "../../base/sha256";
import { holdsCardNumber } from "../../base/cardNumber";
import { PersonalColumns } from "../../personal/personalColumns";
import type { CatalogTables } from "../../catalog/readTables";
import { anyTable, type BoundTable } from "../../schema/boundTable";
import { shownText } from "../../schema/column";
import { UNIT_SEPARATOR } from "../../schema/rowHash";
import { viewCell } from "../../schema/viewCell";
import type { Settings } from "../../settings/settings";

/** A shorter text is a part of too many words to be told inside others. */
const SHORTEST_INSIDE = 4;

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

/** Finds values inside texts by their first characters, so that a text is gone through once however many there are. */
function finder(values: readonly string[]): (text: string) => boolean {
  const byStart = new Map<string, string[]>();
  for (const value of values) {
    const sought = value.toLowerCase();
    if (sought.length < SHORTEST_INSIDE || !/\p{L}/u.test(sought)) continue;
    const start = sought.slice(0, SHORTEST_INSIDE);
    const alike = byStart.get(start);
    if (alike) alike.push(sought);
    else byStart.set(start, [sought]);
  }
  return (text) => {
    if (byStart.size === 0) return false;
    const lower = text.toLowerCase();
    for (let at = 0; at + SHORTEST_INSIDE <= lower.length; at++) {
      const found = byStart.get(lower.slice(at, at + SHORTEST_INSIDE));
      if (found?.some((value) => lower.startsWith(value, at))) return true;
    }
    return false;
  };
}

/** What is personal in a workbook: columns of Customers, names everywhere, and the columns that Settings name. */
export function personalOf({ tables, settings }: PersonalInput, sha256: Sha256): Personal {
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
  const holdsValue = finder(values);
  return {
    columns,
    isInside: (text) => holdsValue(text) || holdsCardNumber(text),
    salt: sha256([values.join(UNIT_SEPARATOR)]).slice(0, 16),
  };
}
