import { knownValue } from "../base/knownValue";
import { nameKey } from "../base/name";
import { CellKind, type Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { areasOf } from "../schema/areas";
import { bindTable, reportMissingColumns, understoodColumns, type Mapping } from "../schema/bind";
import { anyTable, cellOf, type BoundTable } from "../schema/boundTable";
import { shownText, type CellView } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import { currencyCode } from "../money/currency";
import { settingDefinitions, type SettingDefinition } from "./definitions";
import { parseMapping } from "./mapping";
import { nearSettings } from "./nearSettings";
import type { Settings } from "./settings";
import { settingRows, settingsTable, type SettingRow } from "./settings.table";

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

type NamedDefinition = readonly [name: string, definition: SettingDefinition<unknown>];
const definitions: readonly NamedDefinition[] =
  Object.entries<SettingDefinition<unknown>>(settingDefinitions);

/** What the rows of Settings say. */
class ReadRows {
  readonly values = new Map(definitions.map(([name, { fallback }]) => [name, fallback]));
  readonly named = new Set<string>();
  readonly mappings = new Map<string, Mapping>();
  /** Two rows say different things of what documents are made by. */
  isInDoubt = false;
  private readonly firsts = new Map<string, { readonly row: number; readonly value: string }>();

  constructor(private readonly report: Report) {}

  take(bound: BoundTable, setting: SettingRow): void {
    const { key, cell, row } = setting;
    const value = shownText(cell);
    if (value === "") return;
    const table = /^mapping\s*:\s*(.+)$/i.exec(key)?.[1];
    if (table !== undefined) {
      this.mappings.set(nameKey(table), parseMapping(value));
      return;
    }
    const found = definitions.find(([, { title }]) => nameKey(title) === nameKey(key));
    if (found) {
      this.takeSetting(bound, found, setting);
      return;
    }
    const near = nearSettings(key);
    const right = near.length === 0 ? "" : `; near it are ${near.join(", ")}`;
    this.report(
      makeIssue("UNKNOWN_SETTING", { at: cellOf(bound, row, "key"), value: key, words: { right } }),
    );
  }

  /** The last of two rows counts as long as nothing is billed by it. */
  private takeSetting(
    bound: BoundTable,
    [name, definition]: NamedDefinition,
    { cell, row }: SettingRow,
  ): void {
    const value = shownText(cell);
    const { title, decides, right, fallback } = definition;
    const first = this.firsts.get(name);
    if (!first) this.firsts.set(name, { row, value });
    else if (nameKey(first.value) !== nameKey(value)) {
      const words = { column: "Key", first: String(first.row + 1) };
      this.report(makeIssue("DUPLICATE_KEY", { at: cellOf(bound, row, "key"), value: title, words }));
      if (decides !== "nothing") this.isInDoubt = true;
    }
    const parsed = cell.kind === CellKind.error ? undefined : definition.parse(cell);
    if (parsed !== undefined) {
      this.values.set(name, parsed);
      this.named.add(name);
    } else {
      const words = { key: title, right, fallback: String(fallback) };
      this.report(makeIssue("BAD_SETTING", { at: cellOf(bound, row, "value"), value, words }));
    }
  }
}

/** Whether a sheet of settings is there that cannot be read; one called Options without a key or a value may be a list of anything. */
const isUnread = (snapshot: Snapshot): boolean =>
  areasOf(settingsTable, snapshot, none).some((area) => understoodColumns(settingsTable, area, none) > 0);

/**
 * Reads the Settings table; a key or value that is not understood is reported and the default holds. Where two rows say
 * different things of what documents are made by, which is meant is not guessed: everything waits.
 */
export function readSettings(snapshot: Snapshot, report: Report): Settings {
  const bound = bindSettings(snapshot, report);
  const sheet = bound?.grid.sheet ?? snapshot.grids[0]?.sheet ?? "Settings";
  if (bound) reportStrayValues(anyTable(bound), report);
  const read = new ReadRows(report);
  if (bound) for (const row of settingRows(bound)) read.take(anyTable(bound), row);
  return {
    ...(Object.fromEntries(read.values) as Omit<Settings, "mappings" | "named" | "isInDoubt" | "at">),
    mappings: read.mappings,
    named: read.named,
    isInDoubt: bound ? read.isInDoubt : isUnread(snapshot),
    at: { sheet, row: 0, column: 0 },
  };
}
