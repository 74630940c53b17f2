import type { TrackedArea } from "./tracked";

/** Cells that a series shows; they move with the sheet. */
export interface SeriesSource {
  readonly sheet: { readonly name: string };
  readonly tracked: TrackedArea;
}

/** Properties as they were set, by path: `Title/Text`, `Axes/ValueAxis/NumberFormat`. */
export type Settings = Map<string, unknown>;

export interface ChartSeries {
  values: SeriesSource | undefined;
  categories: SeriesSource | undefined;
  /** Its name among them. */
  readonly settings: Settings;
}

export interface Chart {
  readonly id: string;
  readonly series: ChartSeries[];
  readonly settings: Settings;
}
