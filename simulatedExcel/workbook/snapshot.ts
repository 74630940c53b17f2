import { areaText, columnLetters, fullAddress } from "./address";
import { wholeSheet, type Area } from "./area";
import { shownValue } from "./cell";
import type { Chart, SeriesSource } from "./chart";
import type { DefinedName } from "./definedName";
import type { Lines } from "./grid";
import type { Sheet } from "./sheet";
import { plainStyle, styleDifference } from "./style";
import type { Table } from "./table";
import type { TrackedArea } from "./tracked";
import type { Workbook } from "./workbook";

/** Plain data, for toEqual. Ids and the selection are left out: they are no content. */
export interface Snapshot {
  readonly date1904: boolean;
  readonly calculationMode: string;
  readonly isStructureProtected: boolean;
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly unknown[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly documentSettings: Readonly<Record<string, string>>;
  readonly customXml: readonly string[];
}

export interface SheetSnapshot {
  readonly name: string;
  /** By address: value, formula, link and what of the look is not plain. */
  readonly cells: Readonly<Record<string, unknown>>;
  readonly tables: readonly unknown[];
  readonly [part: string]: unknown;
}

export function snapshotOf(book: Workbook): Snapshot {
  return {
    date1904: book.date1904,
    calculationMode: book.calculationMode,
    isStructureProtected: book.protection !== undefined,
    sheets: book.sheets.map((sheet) => sheetSnapshot(book, sheet)),
    names: book.names.map(nameSnapshot),
    settings: Object.fromEntries(
      [...book.settings].sort().map(([key, json]) => [key, JSON.parse(json) as unknown]),
    ),
    documentSettings: Object.fromEntries([...book.documentSettings].sort()),
    customXml: book.customXml.map(({ xml }) => xml),
  };
}

function sheetSnapshot(book: Workbook, sheet: Sheet): SheetSnapshot {
  const { name, visibility, tabColor, showGridlines, showHeadings, frozen, protection, page } = sheet;
  return {
    name,
    visibility,
    tabColor,
    showGridlines,
    showHeadings,
    frozen,
    protection: protection ?? null,
    cells: cellsOf(sheet),
    rows: linesOf(sheet.grid.rows, (line) => String(line + 1)),
    columns: linesOf(sheet.grid.columns, columnLetters),
    merges: sheet.mergesIn().map((area) => areaText(area)),
    tables: book.tables.filter((table) => table.sheet === sheet).map(tableSnapshot),
    autoFilter: sheet.autoFilter ? filterSnapshot(sheet.autoFilter.tracked, sheet.autoFilter.criteria) : null,
    validations: sheet.validations.flatMap(({ area, validation }) =>
      area ? [{ area: areaText(area), validation: validation ?? null }] : [],
    ),
    others: { ...sheet.others },
    page: {
      settings: Object.fromEntries([...page.settings].sort()),
      texts: Object.fromEntries([...page.texts].sort()),
      printArea: addressOf(page.printArea),
      titleRows: addressOf(page.titleRows),
      titleColumns: addressOf(page.titleColumns),
    },
    shapes: sheet.shapes.map(({ type, properties, image }) => ({
      type,
      image,
      ...Object.fromEntries(properties),
    })),
    charts: sheet.charts.map(chartSnapshot),
  };
}

function cellsOf(sheet: Sheet): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const { row, column, cell } of sheet.grid.cellsIn(wholeSheet)) {
    const { value, formula, style, link } = cell;
    const isNothing = value === "" && formula === undefined && link === undefined && style === plainStyle;
    if (isNothing) continue;
    const shown: Record<string, unknown> = { value: shownValue(value), ...styleDifference(style) };
    if (formula !== undefined) shown["formula"] = formula;
    if (link !== undefined) shown["link"] = link;
    cells[columnLetters(column) + String(row + 1)] = shown;
  }
  return cells;
}

function linesOf(lines: Lines, nameOf: (line: number) => string): Record<string, unknown> {
  const numbers = new Set([...lines.sizes.keys(), ...lines.hidden, ...lines.styles.keys()]);
  return Object.fromEntries(
    [...numbers]
      .sort((one, other) => one - other)
      .map((line) => [
        nameOf(line),
        {
          ...(lines.sizes.has(line) ? { size: lines.sizes.get(line) } : {}),
          ...(lines.hidden.has(line) ? { hidden: true } : {}),
          ...styleDifference(lines.styles.get(line) ?? plainStyle),
        },
      ]),
  );
}

function tableSnapshot(table: Table): unknown {
  const { id: _, sheet: __, tracked, filter, ...rest } = table;
  return { ...rest, area: addressOf(tracked), filter: filterSnapshot(filter.tracked, filter.criteria) };
}

function chartSnapshot({ settings, series }: Chart): unknown {
  const addressIn = (source: SeriesSource | undefined) =>
    source?.tracked.area ? fullAddress(source.sheet.name, source.tracked.area, "$") : null;
  return {
    ...Object.fromEntries([...settings].sort()),
    series: series.map(({ values, categories, settings: look }) => ({
      ...Object.fromEntries([...look].sort()),
      values: addressIn(values),
      categories: addressIn(categories),
    })),
  };
}

function filterSnapshot(tracked: TrackedArea, criteria: ReadonlyMap<number, unknown>): unknown {
  return { area: addressOf(tracked), criteria: Object.fromEntries(criteria) };
}

function nameSnapshot({ name, target, formula, comment, visible, scope }: DefinedName): unknown {
  const refersTo = target ? `${target.sheet.name}!${addressOf(target.tracked) ?? "#REF!"}` : formula;
  return { name, refersTo, comment, visible, scope: scope?.name ?? null };
}

function addressOf(tracked: TrackedArea | undefined): string | null {
  const area: Area | undefined = tracked?.area;
  return area ? areaText(area) : null;
}
