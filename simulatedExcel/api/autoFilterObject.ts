import { readOnly, type ApiObject } from "../office/apiObject";
import { numberOf } from "../office/wire";
import { fault } from "../workbook/fault";
import type { Sheet } from "../workbook/sheet";
import type { Table } from "../workbook/table";
import type { FilterState } from "../workbook/tracked";
import type { ApiHost } from "./apiHost";
import { sheetAreaOf } from "./sheetArea";

/** Filters are states: the criteria are kept and nothing is hidden by them; tests hide rows themselves. */
export function autoFilterOfSheet(host: ApiHost, sheet: Sheet): ApiObject {
  return autoFilterObject(
    host,
    sheet,
    () => sheet.autoFilter,
    (state) => {
      sheet.autoFilter = state;
    },
  );
}

export function autoFilterOfTable(host: ApiHost, table: Table): ApiObject {
  return autoFilterObject(
    host,
    table.sheet,
    () => table.filter,
    () => {
      throw host.missing.notSimulated("AutoFilter.apply to another range than the table's");
    },
  );
}

function autoFilterObject(
  host: ApiHost,
  sheet: Sheet,
  current: () => FilterState | undefined,
  replace: (state: FilterState | undefined) => void,
): ApiObject {
  const clear = (): void => {
    const state = current();
    if (!state || state.criteria.size === 0) return;
    state.criteria.clear();
    showRows(sheet, state);
  };
  return {
    type: "AutoFilter",
    scalars: {
      Enabled: readOnly(() => current() !== undefined),
      IsDataFiltered: readOnly(() => (current()?.criteria.size ?? 0) > 0),
      Criteria: readOnly(() => [...(current()?.criteria.values() ?? [])]),
    },
    objects: {
      GetRange: () => {
        const area = current()?.tracked.area;
        if (!area) throw fault("ItemNotFound");
        return host.make.range(sheet, area);
      },
      GetRangeOrNullObject: () => {
        const area = current()?.tracked.area;
        return area ? host.make.range(sheet, area) : null;
      },
    },
    methods: {
      Apply: ([range, column, criteria]) => {
        const { area } = sheetAreaOf(host.book, range, sheet);
        const state = current() ?? { tracked: sheet.track(area), criteria: new Map<number, unknown>() };
        if (state !== current()) replace(state);
        if (typeof column === "number" && criteria) {
          throw host.missing.notSimulated("AutoFilter.apply with criteria");
        }
      },
      ClearCriteria: clear,
      ClearColumnCriteria: ([column]) => {
        const state = current();
        state?.criteria.delete(numberOf(column));
        if (state?.criteria.size === 0) showRows(sheet, state);
      },
      Reapply: () => null,
      Remove: () => {
        clear();
        replace(undefined);
      },
    },
  };
}

export function showRows(sheet: Sheet, { tracked }: FilterState): void {
  const { area } = tracked;
  if (!area) return;
  for (const row of [...sheet.grid.rows.hidden]) {
    if (row >= area.row && row < area.row + area.rows) sheet.grid.rows.hidden.delete(row);
  }
}
