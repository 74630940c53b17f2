import type { DayFraction } from "../calendar/proration";
import type { Price } from "../catalog/records";
import type { Issue } from "../issues/issue";
import type { Decimal } from "../money/decimal";
import type { Charge, GrantedUnits } from "../pricing/charge";
import type { Levels } from "../pricing/levels";
import type { PricePart } from "./priceParts";

/** Usage of a part of a period, metered and priced. */
export interface RatedUsage {
  readonly charge: Charge;
  readonly quantity: Decimal;
  readonly rows: Int32Array;
  readonly fraction: DayFraction;
  /** The price with its minimum and maximum cut to the part, and with what is left of the included quantity. */
  readonly terms: Price;
  /** What a row lacks that the price reads: reported where it is billed, and not before. */
  readonly fault?: Issue;
}

/** A part of a period with what is to be priced of it. */
export interface MeteredPart extends PricePart {
  readonly quantity: Decimal;
  readonly rows: Int32Array;
  /** As it was metered, where factor or rounding change it. */
  readonly metered?: Decimal;
  /** Units by the day, where they were held. */
  readonly levels?: Levels;
  /** Unused included units of periods before. */
  readonly carried?: Decimal;
  /** Units of grants that it may draw. */
  readonly granted?: readonly GrantedUnits[];
  /** Why its quantity is not known: reported as well where it is billed. */
  readonly faults?: readonly Issue[];
  /** The meter's peak lies in another part, which is charged for it: this one has no usage of its own. */
  readonly isBelowPeak?: boolean;
}

/** The part of a period that one price covers, metered and priced. */
export interface RatedPart extends MeteredPart {
  readonly usage: RatedUsage;
}
