import type { FilledRow } from "../core/api";
import type { TextStyle } from "./taggedPdf";

/** A cell as it is drawn: its text without marks, and its look. */
interface Look {
  readonly text: string;
  readonly style: TextStyle;
}

const HEADING = "# ";
const BOLD = /^\*\*(.+)\*\*$/;

/** `# Invoice` is a heading, `**Total**` is bold, all else plain. */
function lookOf(cell: string, color: TextStyle["color"]): Look {
  if (cell.startsWith(HEADING)) {
    const style: TextStyle = { size: 16, isBold: true, ...(color && { color }) };
    return { text: cell.slice(HEADING.length), style };
  }
  const bold = BOLD.exec(cell)?.[1];
  return bold === undefined
    ? { text: cell, style: { size: 9 } }
    : { text: bold, style: { size: 9, isBold: true } };
}

/** What the rows of a template are drawn with. */
export interface TemplatePage {
  readonly left: number;
  readonly width: number;
  readonly color: TextStyle["color"];
  readonly wrap: (text: string, width: number, style: TextStyle) => string[];
  /** Draws a line of a cell at its place across the page. */
  readonly draw: (x: number, down: number, text: string, style: TextStyle) => void;
  readonly drawLogo: () => number;
  readonly drawQr: () => number;
  /** Ends a row of that height; one that is begun has room for it. */
  readonly begin: (height: number, isOfList: boolean) => void;
  readonly end: (height: number) => void;
}

const FIGURES = 82;

/** Where each column begins or, for figures on the right, ends: the first has what the others leave. */
function columnsOf(count: number, { left, width }: TemplatePage) {
  const first = Math.max(width - (count - 1) * FIGURES, width / 3);
  const other = count > 1 ? (width - first) / (count - 1) : 0;
  return Array.from({ length: count }, (_, column) =>
    column === 0
      ? { x: left, width: first, align: "left" as const }
      : { x: left + first + column * other, width: other - 6, align: "right" as const },
  );
}

function addRow({ cells, isOfList }: FilledRow, count: number, page: TemplatePage): void {
  const only = cells.filter((cell) => cell.trim() !== "");
  if (only[0] === "{{logo}}" || only[0] === "{{qr}}") {
    page.end(only[0] === "{{logo}}" ? page.drawLogo() : page.drawQr());
    return;
  }
  const columns = columnsOf(count, page);
  const isAcross = only.length === 1 && cells[0] === only[0];
  const pieces = cells.map((cell, column) => {
    const { text, style } = lookOf(cell.trim(), page.color);
    const width = isAcross ? page.width : (columns[column]?.width ?? page.width);
    return { style, lines: text.split("\n").flatMap((line) => page.wrap(line, width, style)) };
  });
  const heights = pieces.map(({ style, lines }) => lines.length * style.size * 1.45);
  const height = Math.max(13, ...heights);
  page.begin(height, isOfList);
  for (const [column, { style, lines }] of pieces.entries()) {
    const at = columns[column];
    for (const [index, line] of lines.entries())
      if (at && line !== "")
        page.draw(at.x, index * style.size * 1.45, line, { ...style, align: isAcross ? "left" : at.align });
  }
  page.end(height);
}

/** The rows of a template below each other: as many columns as the sheet has, figures on the right. */
export function addTemplate(rows: readonly FilledRow[], page: TemplatePage): void {
  const count = Math.max(
    1,
    ...rows.map(({ cells }) => cells.reduce((last, cell, index) => (cell === "" ? last : index + 1), 0)),
  );
  for (const row of rows) addRow({ ...row, cells: row.cells.slice(0, count) }, count, page);
}
