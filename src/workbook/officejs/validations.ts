import { answered, answeredOf, present } from "./answers";
import { roundTrip } from "./batches";
import { extentOf, type Extent } from "./extent";

/** What cells of an area accept. */
export interface ValidationBefore extends Extent {
  readonly rule: Excel.DataValidationRule;
  readonly settings: Partial<Pick<Excel.DataValidation, (typeof SETTINGS)[number]>>;
}

const SETTINGS = ["errorAlert", "prompt", "ignoreBlanks"] as const;

/** Asks for the cells of a sheet that accept only some values. */
export function askValidated(sheet: Excel.Worksheet): Excel.RangeAreas {
  const areas = sheet.getRange().getSpecialCellsOrNullObject("DataValidations");
  areas.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return areas;
}

const isMixed = (type: string) => type === "Inconsistent" || type === "MixedCriteria";

/** An area whose cells differ, as its columns, and a column as its cells. */
function parts({ row, column, rows, columns }: Extent): Extent[] {
  return columns > 1
    ? Array.from({ length: columns }, (_, offset) => ({ row, column: column + offset, rows, columns: 1 }))
    : Array.from({ length: rows }, (_, offset) => ({ row: row + offset, column, rows: 1, columns: 1 }));
}

/** The rules of a sheet's cells, by areas of one rule. At most three round trips, and none where there are none. */
export async function readValidations(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  validated: Excel.RangeAreas,
): Promise<ValidationBefore[]> {
  const found: ValidationBefore[] = [];
  let areas: Extent[] = validated.isNullObject ? [] : validated.areas.items.map(extentOf);
  while (areas.length > 0) {
    const asked = areas.map((area) => {
      const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
      return { area, rules: range.dataValidation.load("type,rule,errorAlert,prompt,ignoreBlanks") };
    });
    await roundTrip(context);
    const mixed: Extent[] = [];
    for (const { area, rules } of asked) {
      // Excel names every kind of rule, and only one has a value.
      const rule = present<Excel.DataValidationRule>(answered(rules, "rule"));
      if (isMixed(answered(rules, "type") ?? "")) mixed.push(area);
      else if (rule) found.push({ ...area, rule, settings: answeredOf(rules, SETTINGS) });
    }
    areas = mixed.filter(({ rows, columns }) => rows * columns > 1).flatMap(parts);
  }
  return found;
}

export function putBackValidations(sheet: Excel.Worksheet, validations: readonly ValidationBefore[]): void {
  for (const { row, column, rows, columns, rule, settings } of validations) {
    const { dataValidation } = sheet.getRangeByIndexes(row, column, rows, columns);
    dataValidation.rule = rule;
    dataValidation.set(settings);
  }
}
