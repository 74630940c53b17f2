/** A row element by its 0-based row and the place of its tag among the bytes of the rows. */
export interface RowStart {
  readonly row: number;
  readonly offset: number;
}

/** The row elements from `fromRow` on, in order. Looks from the end, because rows are added there. */
export function findLastRows(rows: Buffer, prefix: string, fromRow: number): RowStart[] {
  const found: RowStart[] = [];
  for (const offset of tagOffsetsFromEnd(rows, `<${prefix}row`)) {
    const row = writtenRow(rows, offset);
    if (row === undefined) return findByCounting(rows, prefix, fromRow);
    if (row < fromRow) break;
    found.push({ row, offset });
  }
  return found.reverse();
}

/** A row that does not say its number is the one after the row before it. */
function findByCounting(rows: Buffer, prefix: string, fromRow: number): RowStart[] {
  const found: RowStart[] = [];
  let row = -1;
  for (const offset of [...tagOffsetsFromEnd(rows, `<${prefix}row`)].reverse()) {
    row = writtenRow(rows, offset) ?? row + 1;
    if (row >= fromRow) found.push({ row, offset });
  }
  return found;
}

function* tagOffsetsFromEnd(rows: Buffer, tag: string): Generator<number> {
  let offset = rows.lastIndexOf(tag);
  while (offset >= 0) {
    const following = String.fromCharCode(rows[offset + tag.length] ?? 0);
    if (/[\s/>]/.test(following)) yield offset;
    if (offset === 0) return;
    offset = rows.lastIndexOf(tag, offset - 1);
  }
}

function writtenRow(rows: Buffer, offset: number): number | undefined {
  const tag = rows.toString("latin1", offset, rows.indexOf(">", offset));
  const number = /\sr\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
  return number === undefined ? undefined : Number(number) - 1;
}
