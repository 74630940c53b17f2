import type { Scalar } from "../office/apiObject";
import { isAbsent, recordOf } from "../office/wire";
import { lastColumnOf, lastRowOf, type Area } from "../workbook/area";
import type { Hyperlink } from "../workbook/cell";
import { fault } from "../workbook/fault";
import { checkOpen } from "../workbook/guards";
import type { Sheet } from "../workbook/sheet";
import { coveredCells } from "../workbook/writing";
import { restyle } from "../workbook/style";

/** Range.hyperlink: one for all cells; null where they differ or have none. */
export function hyperlinkOf(sheet: Sheet, now: () => Area): Scalar {
  return {
    get: () => {
      const area = now();
      const links = new Set<Hyperlink | undefined>();
      for (let row = area.row; row <= Math.min(lastRowOf(area), area.row + 999); row++) {
        for (let column = area.column; column <= Math.min(lastColumnOf(area), area.column + 99); column++) {
          links.add(sheet.grid.at(row, column)?.link);
        }
      }
      return links.size === 1 ? ([...links][0] ?? null) : null;
    },
    set: (value) => {
      checkOpen(sheet, "allowInsertHyperlinks");
      const link = isAbsent(value) ? undefined : linkOf(recordOf(value));
      const area = now();
      const isCovered = coveredCells(sheet, area);
      for (let row = area.row; row <= lastRowOf(area); row++) {
        for (let column = area.column; column <= lastColumnOf(area); column++) {
          if (!isCovered(row, column)) put(sheet, row, column, link);
        }
      }
    },
  };
}

function linkOf(given: Readonly<Record<string, unknown>>): Hyperlink {
  const link = Object.fromEntries(
    Object.entries(given).filter(([, value]) => typeof value === "string" && value !== ""),
  );
  if (link["address"] === undefined && link["documentReference"] === undefined) {
    throw fault("InvalidArgument", "a hyperlink needs an address or a documentReference");
  }
  return link;
}

/** A link shows its text and looks like one. */
function put(sheet: Sheet, row: number, column: number, link: Hyperlink | undefined): void {
  const { link: _, ...cell } = sheet.grid.at(row, column) ?? {
    value: "",
    style: sheet.grid.styleAt(row, column),
  };
  if (!link) {
    sheet.grid.put(row, column, cell);
    return;
  }
  const value =
    link.textToDisplay ?? (cell.value === "" ? (link.address ?? link.documentReference!) : cell.value);
  const style = restyle(cell.style, { fontColor: "#0563C1", underline: "Single" });
  sheet.grid.put(row, column, { ...cell, value, style, link });
}
