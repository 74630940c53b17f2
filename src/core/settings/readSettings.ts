import { knownValue } from "../base/knownValue";
import { nameKey } from "../base/name";
import { CellKind, type Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { areasOf } from "../schema/areas";
import { bindTable, reportMissingColumns, understoodColumns, type Mapping } from "../schema/bind";
import { anyTable, type BoundTable } from "../schema/boundTable";
import { shownText, type CellView } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import { currencyCode } from "../money/currency";
import { settingDefinitions, type SettingDefinition } from "./definitions";
import { parseMapping } from "./mapping";
import { nearSettings } from "./nearSettings";
import type { Settings } from "./settings";
import { settingRows, settingsTable } from "./settings.table";

/** Headers of Settings are mapped by nobody. */
const none: Mapping = new Map();

/** The table of settings; one with keys and no column of values says nothing and is reported. */
function bindSettings(snapshot: Snapshot, report: Report) {
  const bound = bindTable(settingsTable, snapshot, none, report);
  if (!bound || bound.columnOf.has("value") || settingRows(bound).length === 0) return bound;
  const at = { sheet: bound.grid.sheet, row: bound.headerRow, column: bound.firstColumn };
  reportMissingColumns(settingsTable, ["value"], at, report, bound.others.values());
  return undefined;
}

/** Whether a cell is plainly the value of a setting and no key or heading: GBP, half_even, 30. */
function isValue(cell: CellView): boolean {
  if (cell.kind !== CellKind.text) return true;
  const shown = shownText(cell);
  if (/^[A-Z]{3}$/.test(shown)) return currencyCode(shown) !== undefined;
  const definitions: readonly SettingDefinition<unknown>[] = Object.values(settingDefinitions);
  // Invoice and Customer are choices too, and headings of groups.
  return (
    /[^\p{L}]/u.test(shown) && definitions.some(({ choices, parse }) => choices && parse(cell) !== undefined)
  );
}

/** Tells values that stand without a key, and keys that are a value: cut or shifted from the cell beside them. */
function reportStrayValues({ grid, firstRow, lastRow, columnOf }: BoundTable, report: Report): void {
  const [keys, values] = [knownValue(columnOf, "key"), columnOf.get("value") ?? -1];
  const right = ": it stands alone; write key and value side by side";
  for (let row = firstRow; row <= lastRow; row++) {
    const cell = viewCell(grid, row, keys);
    const [key, value] = [shownText(cell), shownText(viewCell(grid, row, values))];
    const tell = (column: number, text: string) =>
      report(
        makeIssue("UNKNOWN_SETTING", {
          at: { sheet: grid.sheet, row, column },
          value: text,
          words: { right },
        }),
      );
    if (key === "" && value !== "") tell(values, value);
    else if (value === "" && key !== "" && isValue(cell)) tell(keys, key);
  }
}

/** Reads the Settings table; a key or value that is not understood is reported and the default holds. */
export function readSettings(snapshot: Snapshot, report: Report): Settings {
  const definitions = Object.entries(settingDefinitions) as [string, SettingDefinition<unknown>][];
  const values = new Map(definitions.map(([name, { fallback }]) => [name, fallback]));
  const named = new Set<string>();
  const mappings = new Map<string, Mapping>();
  const bound = bindSettings(snapshot, report);
  const sheet = bound?.grid.sheet ?? snapshot.grids[0]?.sheet ?? "Settings";
  const rows = bound ? settingRows(bound) : [];
  if (bound) reportStrayValues(anyTable(bound), report);
  for (const { key, cell, row } of rows) {
    const value = shownText(cell);
    const at = { sheet, row, column: knownValue(bound!.columnOf, "key") };
    if (value === "") continue;
    const table = /^mapping\s*:\s*(.+)$/i.exec(key)?.[1];
    if (table !== undefined) {
      mappings.set(nameKey(table), parseMapping(value));
      continue;
    }
    const found = definitions.find(([, { title }]) => nameKey(title) === nameKey(key));
    if (!found) {
      const near = nearSettings(key);
      const right = near.length === 0 ? "" : `; near it are ${near.join(", ")}`;
      report(makeIssue("UNKNOWN_SETTING", { at, value: key, words: { right } }));
      continue;
    }
    const [name, definition] = found;
    const parsed = cell.kind === CellKind.error ? undefined : definition.parse(cell);
    if (parsed !== undefined) {
      values.set(name, parsed);
      named.add(name);
    } else {
      const words = { key: definition.title, right: definition.right, fallback: String(definition.fallback) };
      report(
        makeIssue("BAD_SETTING", {
          at: { ...at, column: knownValue(bound!.columnOf, "value") },
          value,
          words,
        }),
      );
    }
  }
  return {
    ...(Object.fromEntries(values) as Omit<Settings, "mappings" | "named" | "isUnread" | "at">),
    mappings,
    named,
    // A sheet called Options without a key or a value may be a list of anything.
    isUnread:
      !bound &&
      areasOf(settingsTable, snapshot, none).some((area) => understoodColumns(settingsTable, area, none) > 0),
    at: { sheet, row: 0, column: 0 },
  };
}
