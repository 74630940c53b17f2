import { field, readOnly, type ApiObject } from "../office/apiObject";
import { oneOf } from "../office/wire";
import type { ApiHost } from "./apiHost";

const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

export function applicationObject({ book, culture }: ApiHost): ApiObject {
  return {
    type: "Application",
    scalars: {
      CalculationMode: field(book, "calculationMode", oneOf(modes)),
      CalculationState: readOnly(() => "Done"),
      CalculationEngineVersion: readOnly(() => 191_029),
      DecimalSeparator: readOnly(() => culture.decimal),
      ThousandsSeparator: readOnly(() => culture.group),
      UseSystemSeparators: readOnly(() => true),
    },
    objects: {
      CultureInfo: () => ({
        type: "CultureInfo",
        scalars: { Name: readOnly(() => culture.name) },
        objects: {
          NumberFormat: () => ({
            type: "NumberFormatInfo",
            scalars: {
              NumberDecimalSeparator: readOnly(() => culture.decimal),
              NumberGroupSeparator: readOnly(() => culture.group),
            },
          }),
        },
      }),
    },
    methods: {
      Calculate: () => null,
      SuspendApiCalculationUntilNextSync: () => null,
      SuspendScreenUpdatingUntilNextSync: () => null,
    },
  };
}
