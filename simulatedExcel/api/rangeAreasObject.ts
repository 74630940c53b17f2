import { readOnly, type ApiObject } from "../office/apiObject";
import { fullAddress } from "../workbook/address";
import type { Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { ApiHost } from "./apiHost";

/** Several ranges of a sheet: their addresses, the ranges, and the selection of them. */
export function rangeAreasObject(host: ApiHost, sheet: Sheet, areas: readonly Area[]): ApiObject {
  const object: ApiObject = {
    type: "RangeAreas",
    scalars: {
      Address: readOnly(() => areas.map((area) => fullAddress(sheet.name, area)).join(",")),
      AreaCount: readOnly(() => areas.length),
      CellCount: readOnly(() => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0)),
    },
    methods: {
      Select: () => {
        host.book.select(sheet, areas);
      },
    },
    objects: {
      Worksheet: () => host.make.worksheet(sheet),
      Areas: () => ({
        type: "RangeCollection",
        items: () => areas.map((area) => host.make.range(sheet, area)),
        objects: { GetItemAt: ([index]) => host.make.range(sheet, areas[Number(index)]!) },
        methods: { GetCount: () => areas.length },
      }),
    },
    keep: () => host.references.keep(object, sheet),
  };
  return object;
}
