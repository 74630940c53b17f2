import type { ApiObject, Scalar } from "../office/apiObject";
import { oneOf, recordOf, textOf } from "../office/wire";
import { isWholeColumns, isWholeRows, type Area } from "../workbook/area";
import { fault } from "../workbook/fault";
import { pageDefaults, type PageSetup } from "../workbook/pageSetup";
import type { Sheet } from "../workbook/sheet";
import type { ApiHost } from "./apiHost";
import { sheetAreaOf } from "./sheetArea";

const HEADER_PARTS = [
  "LeftHeader",
  "CenterHeader",
  "RightHeader",
  "LeftFooter",
  "CenterFooter",
  "RightFooter",
];
const PAGES = ["DefaultForAllPages", "FirstPage", "EvenPages", "OddPages"];
type Title = "printArea" | "titleRows" | "titleColumns";

/** Print settings are kept as they are set; only what would be plainly wrong is refused. */
export function pageLayoutObject(host: ApiHost, sheet: Sheet): ApiObject {
  const { page } = sheet;
  const title = (key: Title, isFit: (area: Area) => boolean) => ({
    set: ([given]: readonly unknown[]): void => {
      const target = sheetAreaOf(host.book, given, sheet);
      if (target.sheet !== sheet || !isFit(target.area)) throw fault("InvalidArgument");
      page[key] = sheet.track(target.area);
    },
    get: () => {
      const area = page[key]?.area;
      if (!area) throw fault("ItemNotFound");
      return host.make.range(sheet, area);
    },
    find: () => {
      const area = page[key]?.area;
      return area ? host.make.range(sheet, area) : null;
    },
  });
  const rows = title("titleRows", isWholeRows);
  const columns = title("titleColumns", isWholeColumns);
  const area = title("printArea", () => true);
  return {
    type: "PageLayout",
    scalars: Object.fromEntries(Object.keys(pageDefaults).map((name) => [name, settingOf(page, name)])),
    objects: {
      HeadersFooters: () => headersFootersObject(page),
      GetPrintTitleRows: rows.get,
      GetPrintTitleRowsOrNullObject: rows.find,
      GetPrintTitleColumns: columns.get,
      GetPrintTitleColumnsOrNullObject: columns.find,
      GetPrintAreaOrNullObject: () => {
        const printed = page.printArea?.area;
        return printed ? host.make.areas(sheet, [printed]) : null;
      },
    },
    methods: {
      SetPrintArea: area.set,
      SetPrintTitleRows: rows.set,
      SetPrintTitleColumns: columns.set,
      SetPrintMargins: ([unit, margins]) => {
        const points = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[
          oneOf(["Points", "Inches", "Centimeters"] as const)(unit)
        ];
        for (const [side, value] of Object.entries(recordOf(margins))) {
          const name = `${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`;
          if (typeof value === "number") page.settings.set(name, value * points);
        }
      },
    },
  };
}

function settingOf({ settings }: PageSetup, name: string): Scalar {
  const standard = pageDefaults[name];
  return {
    get: () => settings.get(name) ?? standard,
    set: (value) => {
      const isChoice = name === "Orientation";
      if (isChoice) oneOf(["Portrait", "Landscape"])(value);
      if (name === "Zoom") recordOf(value);
      else if (name !== "FirstPageNumber" && typeof value !== typeof standard) throw fault("InvalidArgument");
      if (JSON.stringify(value) === JSON.stringify(standard)) settings.delete(name);
      else settings.set(name, value);
    },
  };
}

function headersFootersObject({ settings, texts }: PageSetup): ApiObject {
  const stored = (name: string, standard: unknown): Scalar => ({
    get: () => settings.get(name) ?? standard,
    set: (value) => void settings.set(name, value),
  });
  const text = (name: string): Scalar => ({
    get: () => texts.get(name) ?? "",
    set: (value) => void (value === "" ? texts.delete(name) : texts.set(name, textOf(value))),
  });
  const pageObject = (page: string) => (): ApiObject => ({
    type: "HeaderFooter",
    scalars: Object.fromEntries(HEADER_PARTS.map((part) => [part, text(`${page}.${part}`)])),
  });
  return {
    type: "HeaderFooterGroup",
    scalars: {
      State: stored("HeaderFooterState", "Default"),
      UseSheetMargins: stored("UseSheetMargins", true),
      UseSheetScale: stored("UseSheetScale", true),
    },
    objects: Object.fromEntries(PAGES.map((page) => [page, pageObject(page)])),
  };
}
