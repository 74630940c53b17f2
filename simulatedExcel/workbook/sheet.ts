import type { Area } from "./area";
import type { Chart } from "./chart";
import { Grid } from "./grid";
import { newPageSetup } from "./pageSetup";
import type { Shape } from "./shape";
import type { FilterState, TrackedArea } from "./tracked";
import type { ValidatedArea } from "./validation";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** The sheet without an autofit is this wide and high, in points. */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;

export class Sheet {
  visibility: Visibility = "Visible";
  /** `#RRGGBB`, or "" without a colour. */
  tabColor = "";
  showGridlines = true;
  showHeadings = true;
  frozen: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 };
  /** Undefined while the sheet is not protected. */
  protection: { readonly options: Readonly<Record<string, unknown>>; readonly password?: string } | undefined;
  autoFilter: FilterState | undefined;
  readonly grid = new Grid();
  readonly shapes: Shape[] = [];
  readonly charts: Chart[] = [];
  readonly validations: ValidatedArea[] = [];
  /** How many there are of what is counted and not simulated. */
  readonly others = { comments: 0, pivotTables: 0, conditionalFormats: 0 };
  readonly page = newPageSetup();
  /** Merged areas, and everything else that has to move with the cells. */
  readonly merges: TrackedArea[] = [];
  readonly tracked = new Set<TrackedArea>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  track(area: Area): TrackedArea {
    const tracked = { area };
    this.tracked.add(tracked);
    return tracked;
  }

  mergesIn(): Area[] {
    return this.merges.flatMap(({ area }) => (area ? [area] : []));
  }
}
