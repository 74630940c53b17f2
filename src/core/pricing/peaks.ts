import { nameKey } from "../base/name";
import { Decimal, one } from "../money/decimal";
import { formatFigure } from "../money/format";
import { parseNumberText } from "../schema/numberText";
import type { PeakLimit, Tier } from "./tiers";

/** `seats 100; GB 1000`: what the peak of each meter may be; none for a blank; undefined where a part is no limit. */
export function parseLimits(text: string): readonly PeakLimit[] | undefined {
  const parts = text.split(";").map((part) => part.trim());
  const limits = parts
    .filter((part) => part !== "")
    .map((part): PeakLimit | undefined => {
      const space = part.lastIndexOf(" ");
      const read = parseNumberText(part.slice(space + 1), ".");
      const meter = part.slice(0, Math.max(0, space)).trim();
      return read.kind === "number" && meter !== "" ? { meter, most: read.value } : undefined;
    });
  return limits.every((limit) => limit !== undefined) ? limits : undefined;
}

/** How a step of a capacity is named on its line: "seats 100; GB 1,000", "no limit". */
export function limitsLabel({ limits = [] }: Tier): string {
  if (limits.length === 0) return "no limit";
  return limits.map(({ meter, most }) => `${meter} ${formatFigure(most)}`).join("; ");
}

/** The number of the step of a label; 1 where there is none. */
export function stepOfLabel(tiers: readonly Tier[], label: string): Decimal {
  const index = tiers.findIndex((tier) => limitsLabel(tier) === label);
  return index < 0 ? one : new Decimal(index + 1);
}

/** The meters that the steps of a capacity name, each once. */
export function metersOfLimits(tiers: readonly Tier[]): readonly string[] {
  const limits = tiers.flatMap((tier) => tier.limits ?? []);
  return [...new Map(limits.map(({ meter }) => [nameKey(meter), meter])).values()];
}

/**
 * The number of the first step whose limits cover the peaks, each inclusive; one more than there are where none does.
 * 101 seats over (seats 100 | seats 500) are step 2.
 */
export function stepOfPeaks(tiers: readonly Tier[], peakOf: (meter: string) => Decimal): Decimal {
  const covers = ({ limits = [] }: Tier) =>
    limits.every(({ meter, most }) => peakOf(meter).lessThanOrEqualTo(most));
  const index = tiers.findIndex(covers);
  return new Decimal(index < 0 ? tiers.length + 1 : index + 1);
}
