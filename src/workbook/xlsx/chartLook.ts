/** The name of a chart that a sheet brings along, from 0; by it a later run finds the chart again. */
export const chartName = (index: number): string => `Ratebook chart ${String(index + 1)}`;

/** Whether a chart is one that a planned sheet brought, and not one that somebody put there. */
export const isPlannedChart = (name: string): boolean => /^Ratebook chart \d+$/.test(name);

/** Colours of the series, as RRGGBB, in their order. */
export const chartColors = ["1F3A5F", "2E75B6", "9DC3E6", "F4B183", "C55A11", "7F7F7F", "548235"] as const;

/** Pixels. */
export const chartSize = { width: 640, height: 320 };
