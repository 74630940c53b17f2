import { zero, type Decimal } from "../money/decimal";
import { parseNumberText, type DecimalSign } from "../schema/numberText";
import { figuresOfBand, joinBands, parseBand, type WrittenBand } from "./tierBands";
import type { Tier } from "./tiers";

export type TiersText =
  | { readonly ok: true; readonly tiers: readonly Tier[]; readonly withFees: boolean }
  | { readonly ok: false; readonly reason: string };

interface WrittenTier {
  readonly bound: string;
  readonly price: string;
  readonly fee: string | undefined;
}

function amountOf(text: string, sign: DecimalSign | undefined): Decimal | undefined {
  const read = parseNumberText(text, sign);
  return read.kind === "number" ? read.value : undefined;
}

/** Whether the figures of the text show a decimal point, a decimal comma, both or neither. */
function decimalSignsOf(written: readonly WrittenTier[]): readonly DecimalSign[] {
  const figures = written.flatMap(({ bound, price, fee = "" }) => [...figuresOfBand(bound), price, fee]);
  const signs = figures.flatMap((figure) => {
    const read = parseNumberText(figure);
    return read.kind === "number" && read.sign ? [read.sign] : [];
  });
  return [...new Set(signs)];
}

/** Parts are behind semicolons, line breaks or bars; where there are none, behind a comma with a space. */
function partsOf(text: string): string[] {
  const parts = text.split(/[;|\r\n]/).filter((piece) => piece.trim() !== "");
  return parts.length === 1 ? parts[0]!.split(/,\s+/) : parts;
}

/**
 * Tiers written in one cell: `1000: 0.10; 5000: 0.08; *: 0.05`, a flat fee behind a plus (`1000: 0 + 25; *: 0.02`), or
 * as people write them: `0-1000 @ 0.10; 1001-5000 @ 0.08; above @ 0.05`. `*` is the tier without a limit. Figures may
 * have a decimal comma where they show it (`1.000: 0,10`); a bound of 1.000 or a price of 1,250 that nothing settles is
 * not guessed. `join` ties the bounds together: they rise, or fall.
 */
export function parseTiersText(text: string, join = joinBands): TiersText {
  const written: WrittenTier[] = [];
  for (const part of partsOf(text)) {
    const match = /^([^:@]*)[:@]([^+]+)(?:\+(.+))?$/.exec(part);
    if (!match) return { ok: false, reason: `“${part.trim()}” is not of the form bound: price` };
    written.push({ bound: match[1]!.trim(), price: match[2]!.trim(), fee: match[3]?.trim() });
  }
  const signs = decimalSignsOf(written);
  const settled = signs.length === 1 ? signs[0] : undefined;
  // 1.125 is a price as the form writes it, unless the figures show both signs; 1,125 is not.
  const signOfForm = (figure: string) => (signs.length === 0 && figure.includes(".") ? "." : undefined);
  const bands: WrittenBand[] = [];
  for (const { bound, price, fee } of written) {
    const read = parseBand(bound, settled);
    if (!read.ok) return read;
    const unitPrice = amountOf(price, settled ?? signOfForm(price));
    const flatFee = fee === undefined ? zero : amountOf(fee, settled ?? signOfForm(fee));
    if (unitPrice === undefined || flatFee === undefined) {
      const shown = fee === undefined ? price : `${price} + ${fee}`;
      return { ok: false, reason: `“${bound}: ${shown}” has no price that can be read` };
    }
    bands.push({ band: read.band, unitPrice, flatFee });
  }
  const joined = join(bands);
  if (!joined.ok) return joined;
  return { ok: true, tiers: joined.tiers, withFees: written.some(({ fee }) => fee !== undefined) };
}
