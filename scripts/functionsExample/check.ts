import type { Cell, ErrorText } from "../functions/formula";

/** Two cells that must agree, and what is in them. */
interface Condition {
  readonly address: string;
  readonly expected: string;
  readonly value: Cell;
  readonly wanted: Cell;
}

/** A difference that only the last bits of a double make. */
const TOLERANCE = 0.000001;

/** What Excel's ERROR.TYPE says. */
const errorTypes: Readonly<Partial<Record<ErrorText, number>>> = { "#DIV/0!": 2, "#VALUE!": 3, "#N/A": 7 };

const errorOf = (cell: Cell) => (typeof cell === "object" ? cell?.error : undefined);

/** Whether the two cells agree; an error is expected by its name, as text. */
export function holds({ value, wanted }: Condition): boolean {
  if (typeof value === "number") return typeof wanted === "number" && Math.abs(value - wanted) < TOLERANCE;
  return (errorOf(value) ?? value) === (errorOf(wanted) ?? wanted);
}

function conditionText({ address, expected, value }: Condition): string {
  if (typeof value === "number") return `ABS(${address}-${expected})<${TOLERANCE.toFixed(6)}`;
  const error = errorOf(value);
  if (error !== undefined) return `IFERROR(ERROR.TYPE(${address}),0)=${String(errorTypes[error])}`;
  return typeof value === "boolean" ? `${address}=${expected}` : `EXACT(${address},${expected})`;
}

/** A formula that says “ok” where all conditions hold, else “differs”. */
export function checkFormula(conditions: readonly Condition[]): string {
  const texts = conditions.map(conditionText);
  const all = texts.length === 1 ? texts[0]! : `AND(${texts.join(",")})`;
  return `=IF(${all},"ok","differs")`;
}
