import type { Decimal } from "../../money/decimal";
import { formatFigure } from "../../money/format";

/** Two figures that must be one, and what they are. */
export interface Tie {
  /** What is compared, as a reader would look it up. */
  readonly of: string;
  readonly name: string;
  readonly figure: Decimal;
  readonly other: string;
  readonly otherFigure: Decimal;
}

/** A tie that does not hold, in half a sentence: "INV-1: the lines add up to 9.99, Subtotal is 10". */
function faultOf({ of, name, figure, other, otherFigure }: Tie): string | undefined {
  if (figure.equals(otherFigure)) return undefined;
  return `${of}: ${name} ${formatFigure(figure)}, ${other} ${formatFigure(otherFigure)}`;
}

/** A plan whose figures do not agree with each other: it must not be carried out. */
export class UntiedPlan extends Error {
  override readonly name = "UntiedPlan";
}

/** Throws at the first figure that does not agree, so that nothing is written. */
export function assertTied(ties: Iterable<Tie>): void {
  for (const tie of ties) {
    const fault = faultOf(tie);
    if (fault !== undefined) throw new UntiedPlan(`figures do not agree, nothing was written: ${fault}`);
  }
}
