import { groups, places, type Group } from "../../docs/functions/groups";
import type { ExampleSheet, SheetCell } from "../sheet";

/** The first sheet: what the workbook is for, the checks of all sheets, and where each function is in use. */
export interface ReadMe {
  readonly name: string;
  readonly cells: ReadonlyMap<string, SheetCell>;
  readonly widths: readonly number[];
}

const paragraphs = [
  "Every function of the Ratebook add-in in use, on one sheet for each kind of work.",
  "Blue figures are typed; green cells are functions of the add-in; grey ones are plain Excel formulas for the same.",
  "The formula of a block stands above it behind its first cell; where it fills a column or a table, it is one formula.",
  "Without the add-in the green cells show the results that were saved. Change figures only with the add-in.",
];

function linkTo(sheet: string): SheetCell {
  return { role: "link", value: sheet, formula: `=HYPERLINK("#'${sheet}'!A1","${sheet}")` };
}

/** The rows of the list of sheets and of the list of functions. */
function* rows(sheets: readonly ExampleSheet[]): Generator<Readonly<Record<string, SheetCell>>> {
  yield { A: { role: "title", value: "Functions for billing" } };
  for (const value of paragraphs) yield { A: { role: "text", value } };
  yield {};
  yield {
    A: { role: "header", value: "Sheet" },
    B: { role: "header", value: "What it shows" },
    C: { role: "header", value: "Checks" },
    D: { role: "header", value: "Differences" },
  };
  for (const { name, explanation, checks } of sheets)
    yield {
      A: linkTo(name),
      B: { role: "text", value: explanation },
      C: { role: "total", value: checks, formula: `='${name}'!B3`, format: "ok" },
      D: { role: "total", value: 0, formula: `='${name}'!C3`, format: "differ" },
    };
  yield {};
  yield {
    A: { role: "header", value: "Function" },
    B: { role: "header", value: "You want …" },
    C: { role: "header", value: "Sheet" },
    D: { role: "header", value: "" },
  };
  for (const group of groups) yield* functionsOf(group);
}

function* functionsOf(group: Group): Generator<Readonly<Record<string, SheetCell>>> {
  for (const [id, { group: own, want }] of Object.entries(places)) {
    if (own !== group) continue;
    yield {
      A: { role: "text", value: id },
      B: { role: "text", value: want },
      C: linkTo(group),
    };
  }
}

export function readMe(sheets: readonly ExampleSheet[]): ReadMe {
  const cells = new Map<string, SheetCell>();
  for (const [index, row] of [...rows(sheets)].entries())
    for (const [column, cell] of Object.entries(row)) cells.set(`${column}${String(index + 1)}`, cell);
  return { name: "Read me", cells, widths: [24, 84, 22, 14] };
}
