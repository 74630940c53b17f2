import type { Area } from "./area";

/** An area that moves with the cells in it; undefined once they are deleted. */
export interface TrackedArea {
  area: Area | undefined;
}

/** A filter, as far as it is a state: what it hides is decided by whoever sets it. */
export interface FilterState {
  readonly tracked: TrackedArea;
  /** By the column's number within the filtered area, as they came. */
  readonly criteria: Map<number, unknown>;
}
