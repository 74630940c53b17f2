import type { TableDefinition } from "../../../../core/api";

type SampleRows = TableDefinition["examples"];

/** Contract, meter, day and quantity of every reading. */
const readings: readonly (readonly [string, string, string, number | string])[] = [
  ["S-1", "API calls", "2026-09-07", 14_200],
  ["S-1", "API calls", "2026-09-14", 12_850],
  ["S-1", "API calls", "2026-09-21", 15_400],
  ["S-1", "API calls", "2026-09-30", 13_900],
  ["S-2", "Storage", "2026-09-15", 455],
  ["S-2", "Storage", "2026-09-30", 480],
  ["S-3", "Messages", "2026-09-10", 8_200],
  ["S-3", "Messages", "2026-09-20", 9_100],
  ["S-3", "Messages", "2026-09-30", 7_650],
  ["S-5", "Messages", "2026-09-15", 31_000],
  ["S-5", "Messages", "2026-09-30", 29_500],
  ["S-1", "API calls", "2026-10-05", 16_100],
  ["S-1", "API calls", "2026-10-12", 17_350],
  ["S-1", "API calls", "2026-10-19", 18_900],
  ["S-1", "API calls", "2026-10-26", 16_750],
  ["S-2", "Storage", "2026-10-15", 510],
  ["S-2", "Storage", "2026-10-31", 530],
  ["S-3", "Messages", "2026-10-10", 3_400],
  ["S-3", "Messages", "2026-10-20", 2_900],
  ["S-3", "Messages", "2026-10-31", 2_250],
  ["S-4", "API calls", "2026-10-19", 5_600],
  ["S-4", "API calls", "2026-10-31", 6_350],
  ["S-5", "Messages", "2026-10-15", 32_400],
  // The fault to find: until it is a number, the invoice of S-5 is held.
  ["S-5", "Messages", "2026-10-31", "n/a"],
];

export const sampleUsage: SampleRows = readings.map(([contractId, meter, date, quantity], index) => ({
  contractId,
  meter,
  date,
  quantity,
  eventId: `E-${String(index + 1)}`,
}));
