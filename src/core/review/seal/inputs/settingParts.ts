import { nameKey } from "../../../base/name";
import { CellKind } from "../../../grid/grid";
import { bindTable } from "../../../schema/bind";
import { shownText } from "../../../schema/column";
import { settingDefinitions } from "../../../settings/definitions";
import { settingRows, settingsTable } from "../../../settings/settings.table";
import { decimalOfDouble } from "../../../money/decimal";
import type { PartCell, UnkeyedPart } from "../part";
import type { ReviewBook } from "../reviewBook";
import { unheard } from "../../../issues/issue";

type SettingName = keyof typeof settingDefinitions;

/** Settings that decide nothing of a document: what follows it, how it is looked at, and running numbers. */
const notSealed: ReadonlySet<SettingName> = new Set<SettingName>([
  "logo",
  "nextNumber",
  "notRead",
  "personalColumns",
  "approvalLimit",
  "agingLimits",
  "agingBasis",
  "paymentTolerance",
  "paymentTolerancePercent",
  "overpayment",
  "discountGraceDays",
  "writeOffReason",
  "reconciliationTolerance",
]);

/** The one key of the settings' part. */
const KEY = "Settings";

/** The settings that decide documents, as one part: its columns are the keys, in our order. */
export function settingsAsPart({
  snapshot,
  personal,
}: Pick<ReviewBook, "snapshot" | "personal">): UnkeyedPart[] {
  const bound = bindTable(settingsTable, snapshot, new Map(), unheard);
  if (!bound) return [];
  const { sheet } = bound.grid;
  const rows = new Map(settingRows(bound).map((row) => [nameKey(row.key), row]));
  const entries = Object.entries(settingDefinitions) as [SettingName, { readonly title: string }][];
  const cells = entries.flatMap(([name, { title }]): PartCell[] => {
    const found = rows.get(nameKey(title));
    if (!found || notSealed.has(name)) return [];
    const { cell, row } = found;
    const value = cell.kind === CellKind.percent ? decimalOfDouble(cell.number).toFixed() : shownText(cell);
    if (value === "") return [];
    return [
      {
        column: title,
        value,
        at: { sheet, row, column: bound.columnOf.get("value") ?? 0 },
        isPersonal: personal.isInside(value),
      },
    ];
  });
  if (cells.length === 0) return [];
  const at = { sheet, row: bound.headerRow, column: 0 };
  const cellOf = (title: string) => {
    const row = rows.get(nameKey(title))?.row ?? bound.headerRow;
    return { sheet, row, column: bound.columnOf.get("value") ?? 0 };
  };
  return [{ table: settingsTable.title, base: KEY, hint: "", cells, at, cellOf }];
}
