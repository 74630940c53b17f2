import { CellKind, type Grid } from "../../core/api";

const EPOCH_1900 = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

export interface CellText {
  readonly text: string;
  readonly isNumber: boolean;
}

const blank: CellText = { text: "", isNumber: false };

function formatLongDay(serial: number): string {
  const date = new Date(EPOCH_1900 + Math.round(serial * DAY));
  if (Number.isNaN(date.getTime())) return String(serial);
  const iso = date.toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ");
}

/** A cell as the read-only grid shows it: dates in the form that means the same everywhere. */
export function cellText(
  grid: Grid,
  row: number,
  column: number,
  writeNumber: (value: number) => string,
): CellText {
  const cells = grid.columns[column];
  const kind = cells?.kinds[row] ?? CellKind.blank;
  const value = cells?.values[row] ?? 0;
  switch (kind) {
    case CellKind.number:
      return { text: writeNumber(value), isNumber: true };
    case CellKind.percent:
      return { text: `${writeNumber(value * 100)} %`, isNumber: true };
    case CellKind.date:
      return { text: formatLongDay(value), isNumber: true };
    case CellKind.boolean:
      return { text: value === 1 ? "TRUE" : "FALSE", isNumber: false };
    case CellKind.text:
    case CellKind.error:
      return { text: cells?.texts.at(value) ?? "", isNumber: false };
    default:
      return blank;
  }
}
