import { roundTrip } from "./batches";
import { extentOf, type Extent } from "./extent";

/** What cells of an area accept. */
export interface ValidationBefore extends Extent {
  readonly rule: Excel.DataValidationRule;
  readonly errorAlert: Excel.DataValidationErrorAlert | null;
  readonly prompt: Excel.DataValidationPrompt | null;
  readonly ignoreBlanks: boolean;
}

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
    ? Array.from({ length: columns }, (_, place) => ({ row, column: column + place, rows, columns: 1 }))
    : Array.from({ length: rows }, (_, place) => ({ row: row + place, column, rows: 1, columns: 1 }));
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
    const mixed = asked.filter(({ area, rules }) => isMixed(rules.type) && area.rows * area.columns > 1);
    for (const each of asked) {
      const { rule, errorAlert, prompt, ignoreBlanks, type } = each.rules;
      if (!isMixed(type) && type !== "None")
        found.push({ ...each.area, rule, errorAlert, prompt, ignoreBlanks });
    }
    areas = mixed.flatMap(({ area }) => parts(area));
  }
  return found;
}

export function putBackValidations(sheet: Excel.Worksheet, validations: readonly ValidationBefore[]): void {
  for (const { row, column, rows, columns, rule, errorAlert, prompt, ignoreBlanks } of validations) {
    const { dataValidation } = sheet.getRangeByIndexes(row, column, rows, columns);
    dataValidation.rule = withoutAbsent(rule);
    dataValidation.ignoreBlanks = ignoreBlanks;
    if (errorAlert) dataValidation.errorAlert = errorAlert;
    if (prompt) dataValidation.prompt = prompt;
  }
}

/** Excel names every kind of rule, and only one has a value. */
function withoutAbsent(rule: Excel.DataValidationRule): Excel.DataValidationRule {
  return Object.fromEntries(Object.entries(rule as object).filter(([, value]) => value != null));
}
