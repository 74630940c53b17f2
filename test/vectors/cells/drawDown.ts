import { column, sumOf, type Sheet } from "./sheet";

interface Drawn {
  readonly applied: number;
  readonly remaining: number;
  readonly payable: number;
}

/** What each charge takes of a credit, in their order. */
export async function drawDown(
  sheet: Sheet,
  credit: number,
  charges: readonly number[],
): Promise<[Drawn, ...Drawn[]]> {
  const rows = await sheet.rows("DRAWDOWN", credit, column(charges));
  const drawn = (rows as number[][]).map(([applied, remaining, payable]) => ({
    applied: applied!,
    remaining: remaining!,
    payable: payable!,
  }));
  return drawn as [Drawn, ...Drawn[]];
}

/** A charge against several credits in turn: each formula takes what the one before left to pay. */
export async function drawAll(sheet: Sheet, charge: number, credits: readonly number[]) {
  const drawn: Drawn[] = [];
  let payable = charge;
  // Who has no credit has one of 0.
  for (const credit of credits.length > 0 ? credits : [0]) {
    const [step] = await drawDown(sheet, credit, [payable]);
    drawn.push(step);
    payable = step.payable;
  }
  return { drawn, applied: sumOf(drawn.map(({ applied }) => applied)), payable };
}
