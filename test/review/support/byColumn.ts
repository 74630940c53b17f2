import type { Bench } from "./bench";

/** Cells by their columns: "Invoices!N2 CELL_CHANGED" is "Invoices!Total CELL_CHANGED". */
export async function byColumn(bench: Bench, said: readonly string[]): Promise<string[]> {
  const { grids } = await bench.snapshot();
  return said.map((line) => {
    const match = /^(.+)!([A-Z]+)(\d+) (\w+)$/.exec(line);
    if (!match) return line;
    const [, sheet, letters, , code] = match;
    const column = [...letters!].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const cells = grids.find((grid) => grid.sheet === sheet)?.columns[column];
    const header = cells?.kinds[0] === 2 ? cells.texts.at(cells.values[0]!)! : letters!;
    return `${sheet!}!${header} ${code!}`;
  });
}
