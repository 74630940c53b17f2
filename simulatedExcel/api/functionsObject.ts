import { readOnly, type ApiObject } from "../office/apiObject";
import { numberOf } from "../office/wire";
import { serialOf } from "../workbook/serial";
import type { Workbook } from "../workbook/workbook";

/** Worksheet functions called by requests: DATE alone, which tells from when the workbook counts days. */
export function functionsObject(book: Workbook): ApiObject {
  return {
    type: "Functions",
    objects: {
      Date: ([year, month, day]) => {
        const serial = serialOf(numberOf(year), numberOf(month), numberOf(day), book.date1904);
        return {
          type: "FunctionResult",
          scalars: {
            Value: readOnly(() => serial ?? null),
            Error: readOnly(() => (serial === undefined ? "#NUM!" : null)),
          },
        };
      },
    },
  };
}
