const SCALE_DIGITS = 6;
const MILLION = 1_000_000n;
/** A figure of a cell shows its digits below this, as an integer of a millionth or of one. */
const MOST = 10n ** 15n;

/** A sum as an integer of a millionth. */
function millionths(sum: string): bigint {
  const [whole = "0", decimals = ""] = sum.split(".");
  const scaled = BigInt(whole + decimals.padEnd(SCALE_DIGITS, "0"));
  return scaled;
}

/** A part of a sum that a cell holds exactly. */
export interface SumPart {
  readonly value: number;
  /** In ones, not in millionths. */
  readonly isWhole: boolean;
}

/** The parts of a sum: 1234567890123.25 is 1234567890123 and 0.25, as a cell shows 15 digits. */
export function partsOfSum(sum: string): SumPart[] {
  let left = millionths(sum);
  const parts: SumPart[] = [];
  while (left >= MOST || left <= -MOST) {
    const whole = left / MILLION;
    const fits = whole >= MOST ? MOST - 1n : whole <= -MOST ? 1n - MOST : whole;
    parts.push({ value: Number(fits), isWhole: true });
    left -= fits * MILLION;
  }
  if (left !== 0n || parts.length === 0) parts.push({ value: Number(left), isWhole: false });
  return parts;
}
