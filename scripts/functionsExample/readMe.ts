import { groups, functionEntries, type Group } from "../docs/functions/groups";
import type { BookTexts } from "./bookTexts";
import type { ExampleSheet, SheetCell } from "./sheet";

/** The first sheet: what the workbook is for, the checks of all sheets, and where each function is in use. */
export interface ReadMe {
  readonly name: string;
  readonly cells: ReadonlyMap<string, SheetCell>;
  readonly widths: readonly number[];
}

function linkTo(sheet: string): SheetCell {
  return { role: "link", value: sheet, formula: `=HYPERLINK("#'${sheet}'!A1","${sheet}")` };
}

/** The rows of the list of sheets and of the list of functions. */
function* rows(
  { title, paragraphs }: BookTexts,
  sheets: readonly ExampleSheet[],
): Generator<Readonly<Record<string, SheetCell>>> {
  yield { A: { role: "title", value: title } };
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
  for (const [id, { group: groupOfFunction, want }] of Object.entries(functionEntries)) {
    if (groupOfFunction !== group) continue;
    yield {
      A: { role: "text", value: id },
      B: { role: "text", value: want },
      C: linkTo(group),
    };
  }
}

export function readMe(texts: BookTexts, sheets: readonly ExampleSheet[]): ReadMe {
  const cells = new Map<string, SheetCell>();
  for (const [index, row] of [...rows(texts, sheets)].entries())
    for (const [column, cell] of Object.entries(row)) cells.set(`${column}${String(index + 1)}`, cell);
  return { name: "Read me", cells, widths: [24, 84, 22, 14] };
}
