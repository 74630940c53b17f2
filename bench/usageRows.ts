import { parseIsoDay } from "../src/core/calendar/day";
import { randomIndex, randomOf } from "../scripts/example/random";

const CONTRACTS = 200;
export const METERS: readonly string[] = ["API calls", "Storage", "Messages", "Compute", "Egress"];
export const USAGE_COLUMNS: readonly string[] = [
  "Event ID",
  "Contract ID",
  "Meter",
  "Date",
  "Quantity",
  "Region",
];
/** 1-based, as readers count columns. */
export const QUANTITY_COLUMN = USAGE_COLUMNS.indexOf("Quantity") + 1;
/** Quantities have three decimals at most, so their sums are exact integers of a thousandth. */
export const THOUSANDTHS = 1000;

const REGIONS: readonly string[] = ["eu-west", "eu-north", "us-east", "ap-south"];
const FIRST_DAY = parseIsoDay("2026-10-01")!;
const DAYS = 31;
const SECONDS_OF_DAY = 86_400;

/** What all sides must agree on. */
export interface UsageTotal {
  readonly rows: number;
  readonly thousandths: number;
}

export interface UsageRow {
  readonly eventId: string;
  readonly contractId: string;
  readonly meter: string;
  readonly moment: number;
  readonly thousandths: number;
  readonly region: string;
}

export function contractId(index: number): string {
  return `CT-${String(index + 1).padStart(4, "0")}`;
}

/** How large a workbook is. */
export interface UsageSize {
  readonly rows: number;
  readonly contracts: number;
}

/** So many rows of as many contracts as most benchmarks have. */
export const sizeOf = (rows: number): UsageSize => ({ rows, contracts: CONTRACTS });

/** Events in the order of time, as an export has them; the same size gives the same rows. */
export function* usageRows({ rows, contracts }: UsageSize): Generator<UsageRow> {
  const random = randomOf("usage benchmark");
  let eventNumber = 40_000_000;
  for (let row = 0; row < rows; row++) {
    eventNumber += 1 + randomIndex(random, 4);
    const second = Math.floor((row * DAYS * SECONDS_OF_DAY) / rows);
    yield {
      eventId: `E${String(eventNumber)}`,
      contractId: contractId(randomIndex(random, contracts)),
      meter: METERS[randomIndex(random, METERS.length)]!,
      moment: FIRST_DAY + second / SECONDS_OF_DAY,
      thousandths: 1 + randomIndex(random, 2_000_000),
      region: REGIONS[randomIndex(random, REGIONS.length)]!,
    };
  }
}
