import { allocate } from "../../src/core/money/allocate";
import { Decimal } from "../../src/core/money/decimal";
import { momentAt, momentOf } from "./cell";
import { readRecords } from "./csv";
import { randomByWeight, randomIndex, randomOf, shuffled, type Random } from "./random";

export interface UsageRow {
  /** Given when the row enters the export. */
  readonly eventId?: string;
  readonly contract: string;
  readonly metric: string;
  readonly moment: number;
  readonly quantity?: Decimal | string;
  readonly region?: string;
  readonly user?: string;
  readonly received: number;
}

interface Slot {
  readonly moment: number;
  readonly region?: Region;
}

interface Region {
  readonly name: string;
  readonly weight: number;
}

const columns = [
  "Contract",
  "Metric",
  "From",
  "To",
  "Every",
  "Rows",
  "Shape",
  "Total",
  "Decimals",
  "Regions",
  "Users",
] as const;
type Stream = Record<(typeof columns)[number], string>;

/** All rows of the streams in usage/streams.csv; a stream's quantities add up to its total exactly. */
export function streamedRows(): UsageRow[] {
  return readRecords("usage/streams.csv", columns).flatMap(rowsOf);
}

function rowsOf(stream: Stream): UsageRow[] {
  const random = randomOf(`${stream.Contract} ${stream.Metric} ${stream.From}`);
  const slots = slotsOf(stream, random);
  const quantities = quantitiesOf(stream, slots, random);
  const users = usersOf(stream, slots.length, random);
  return slots.map(({ moment, region }, index) => ({
    contract: stream.Contract,
    metric: stream.Metric,
    moment,
    received: Math.floor(moment),
    ...(quantities && { quantity: quantities[index]! }),
    ...(region && { region: region.name }),
    ...(users && { user: users[index]! }),
  }));
}

function slotsOf(stream: Stream, random: Random): Slot[] {
  const regions = regionsOf(stream.Regions);
  const anyRegion = (): Pick<Slot, "region"> =>
    regions.length === 0
      ? {}
      : {
          region:
            regions[
              randomByWeight(
                random,
                regions.map((one) => one.weight),
              )
            ]!,
        };
  const from = momentOf(stream.From)!;
  const days = momentOf(stream.To)! - from + 1;
  const everyDays = (step: number) =>
    Array.from({ length: Math.ceil(days / step) }, (_, index) => ({
      moment: from + index * step,
      ...anyRegion(),
    }));
  switch (stream.Every) {
    case "hour":
      return Array.from({ length: days * 24 }, (_, hour) => momentAt(from, hour * 60)).flatMap((moment) =>
        regions.length === 0 ? [{ moment }] : regions.map((region) => ({ moment, region })),
      );
    case "day":
      return everyDays(1);
    case "week":
      return everyDays(7);
    case "event":
      return Array.from({ length: Number(stream.Rows) }, () => randomIndex(random, days * 1440))
        .sort((a, b) => a - b)
        .map((minute) => ({ moment: momentAt(from, minute), ...anyRegion() }));
    default:
      throw new Error(`usage/streams.csv: "${stream.Every}" is no rhythm`);
  }
}

/** "EU 70; US 30" names two regions with their shares. */
function regionsOf(text: string): Region[] {
  return [...text.matchAll(/(\w+) (\d+)/g)].map(([, name, weight]) => ({
    name: name!,
    weight: Number(weight),
  }));
}

/** Undefined where a row counts as one and the export leaves its quantity empty. */
function quantitiesOf(stream: Stream, slots: readonly Slot[], random: Random): Decimal[] | undefined {
  const digits = Number(stream.Decimals);
  const total = new Decimal(stream.Total || 0);
  switch (stream.Shape) {
    case "visit":
      return undefined;
    case "split":
      return allocate(
        total,
        slots.map((slot) => new Decimal(weightOf(stream, slot, random))),
        digits,
      );
    case "level":
      return slots.map((_, index) => {
        const share = index === slots.length - 1 ? 1 : 0.9 + (0.09 * index) / slots.length + 0.01 * random();
        return total.times(share).toDecimalPlaces(digits);
      });
    case "peak": {
      const peak = randomIndex(random, slots.length);
      return slots.map(({ moment }, index) =>
        total
          .times(index === peak ? 1 : (0.55 * pulse(moment)) / 1.6 + 0.4 * random())
          .toDecimalPlaces(digits),
      );
    }
    default:
      throw new Error(`usage/streams.csv: "${stream.Shape}" is no shape`);
  }
}

/** Whole numbers, so that the shares are worked out on short decimals. Single events vary far more than sums do. */
function weightOf(stream: Stream, { moment, region }: Slot, random: Random): number {
  const spread = stream.Every === "event" ? 0.05 + 4 * random() ** 3 : 0.6 + 0.8 * random();
  // In an hourly export every region has its own row; elsewhere the region only labels the row.
  const share = stream.Every === "hour" ? (region?.weight ?? 1) : 1;
  return Math.ceil(1000 * spread * share * (stream.Every === "hour" ? pulse(moment) : 1));
}

/** More by day than by night, less at weekends. */
function pulse(moment: number): number {
  const hour = Math.round((moment % 1) * 24);
  // Serial 0 is a Saturday in the 1900 system.
  const weekend = Math.floor(moment) % 7 < 2;
  return (hour >= 8 && hour < 19 ? 1.6 : 0.6) * (weekend ? 0.55 : 1);
}

/** Every user at least once, in no order. */
function usersOf(stream: Stream, rows: number, random: Random): string[] | undefined {
  const users = Number(stream.Users);
  if (users === 0) return undefined;
  const visits = Array.from({ length: rows }, (_, index) =>
    index < users ? index : randomIndex(random, users),
  );
  return shuffled(random, visits).map((user) => `U-${String(user + 1).padStart(5, "0")}`);
}
