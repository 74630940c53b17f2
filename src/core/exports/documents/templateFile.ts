import { nameKey } from "../../base/name";
import { CellKind, type Grid, type Snapshot } from "../../grid/grid";
import { Decimal } from "../../money/decimal";
import { viewCell } from "../../schema/viewCell";
import type { PlannedCell } from "../../sheets/plan";
import type { ExportFile, FilesInput } from "../export";

/** A label as it is compared: its star, its length and its case are ignored. “*Company Code (4)” is “company code”. */
const labelKey = (label: string): string => nameKey(label.replace(/\(\d+\)/g, ""));

const isStarred = (label: string) => label.trim().startsWith("*");

interface TemplateLabels {
  readonly grid: Grid;
  readonly row: number;
  /** Labels by column. */
  readonly labels: ReadonlyMap<number, string>;
}

function labelsOf(grid: Grid, row: number): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  for (let column = 0; column < grid.columns.length; column++) {
    const { kind, text } = viewCell(grid, row, column);
    if (kind === CellKind.text && text.trim() !== "") labels.set(column, text.trim());
  }
  return labels;
}

/** The row of the template that holds most of the labels. */
function findLabels({ grids }: Snapshot, known: readonly string[]): TemplateLabels | undefined {
  const keys = new Set(known.map(labelKey));
  let best: { readonly found: TemplateLabels; readonly count: number } | undefined;
  for (const grid of grids) {
    for (let row = 0; row < grid.rowCount; row++) {
      const labels = labelsOf(grid, row);
      const count = [...labels.values()].filter((label) => keys.has(labelKey(label))).length;
      if (count > (best?.count ?? 0)) best = { found: { grid, row, labels }, count };
    }
  }
  return best?.found;
}

/** Why a template cannot be filled, in half a sentence; undefined where it can. */
export function templateFault(template: Snapshot, known: readonly string[]): string | undefined {
  const found = findLabels(template, known);
  if (!found) return `it has none of the labels ${known.slice(0, 3).join(", ")}, …`;
  const keys = new Set(known.map(labelKey));
  const unknown = [...found.labels.values()].filter(
    (label) => isStarred(label) && !keys.has(labelKey(label)),
  );
  return unknown.length === 0
    ? undefined
    : `it needs ${unknown.join(", ")}, for which Ratebook has no source`;
}

interface Filling {
  /** Labels of the rows' fields, in their order. */
  readonly labels: readonly string[];
  /** Those whose fields are numbers. */
  readonly amounts: ReadonlySet<string>;
  readonly template: Snapshot;
}

/** The user's blank file with the rows under its labels; what else is in it stays. */
export function templateFile(
  id: string,
  { labels, amounts, template }: Filling,
  { written, runId }: FilesInput,
): ExportFile {
  const found = findLabels(template, labels)!;
  const positions = new Map([...labels].map((label, index) => [labelKey(label), index] as const).reverse());
  const width = Math.max(...found.labels.keys()) + 1;
  const rows = written.flatMap(({ rows: fields }) => fields);
  const planned = rows.map((fields) =>
    Array.from({ length: width }, (_, column): PlannedCell | null => {
      const label = found.labels.get(column);
      const position = label === undefined ? undefined : positions.get(labelKey(label));
      const text = position === undefined ? "" : (fields[position] ?? "");
      if (position === undefined || text === "") return null;
      return { value: amounts.has(labels[position]!) ? new Decimal(text) : text };
    }),
  );
  const firstRow = Math.max(found.row + 1, found.grid.rowCount);
  return {
    path: `${id}-${runId}-1.xlsx`,
    content: {
      kind: "template",
      plan: {
        sheets: [],
        removedSheets: [],
        appended: [{ sheet: found.grid.sheet, firstRow, rows: planned }],
      },
    },
    rows: rows.length,
    documents: written.map(({ document }) => document),
  };
}
