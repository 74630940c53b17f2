import { knownValue } from "../base/knownValue";
import { nameKey } from "../base/name";
import { viewCell, type BoundTable } from "../schema/bind";
import { required, shownText, textColumn, type CellView } from "../schema/column";
import { defineTable } from "../schema/table";

/** The table in the workbook; what its keys mean is in `settingDefinitions`. */
export const settingsTable = defineTable({
  title: "Settings",
  synonyms: ["Setup", "Configuration", "Options"],
  help: "How this workbook bills. Every key is optional.",
  columns: {
    key: required(
      textColumn({ title: "Key", synonyms: ["Setting", "Name", "Option"], help: "one of the settings" }),
    ),
    value: textColumn({ title: "Value", synonyms: ["Setting value"], help: "its value" }),
  },
  examples: [
    { key: "Company name", value: "Your company Ltd" },
    { key: "Currency", value: "GBP" },
    { key: "Payment terms", value: "Net 30" },
    { key: "Invoice number pattern", value: "INV-{YYYY}-{0000}" },
  ],
});

const settingsSheets = new Set([settingsTable.title, ...settingsTable.synonyms].map(nameKey));

/** Whether a sheet is the one that holds the settings, by its name. */
export function isSettingsSheet(sheet: string): boolean {
  return settingsSheets.has(nameKey(sheet));
}

/** A filled row of Settings. */
export interface SettingRow {
  readonly key: string;
  readonly cell: CellView;
  readonly row: number;
}

/** The filled rows of Settings, from the top. */
export function settingRows({ grid, firstRow, lastRow, columnOf }: BoundTable): SettingRow[] {
  const rows: SettingRow[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    const key = shownText(viewCell(grid, row, knownValue(columnOf, "key")));
    if (key !== "") rows.push({ key, cell: viewCell(grid, row, columnOf.get("value") ?? -1), row });
  }
  return rows;
}
