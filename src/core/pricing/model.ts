import type { Decimal } from "../money/decimal";
import type { Levels } from "./levels";
import type { Segment } from "./segments";
import type { Tier } from "./tiers";

/** Quantities to be priced one by one: integers of 10^-scale in float64, none above 10^15. */
export interface EventQuantities {
  readonly scaled: Float64Array;
  readonly scale: number;
}

/** What a price row can give a model; a model names what it needs. */
export interface ModelTerms {
  readonly unitPrice: Decimal | undefined;
  readonly tiers: readonly Tier[];
  readonly packageSize: Decimal | undefined;
  readonly flatFee: Decimal | undefined;
  /** What the rows came to in money, for a model that reads amounts. */
  readonly meteredAmount?: Decimal | undefined;
}

/** One step of a price applied: quantity × unit price + flat fee is its exact amount. */
export interface Part {
  /** The tier it belongs to, empty where the model has none. */
  readonly tier: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly flatFee: Decimal;
  /** The most that it comes to, where its tier has a maximum. */
  readonly maximum?: Decimal;
}

export type RatedParts =
  | { readonly ok: true; readonly parts: readonly Part[] }
  /** A quantity above a closed last tier: an error, never a silent 0. */
  | { readonly ok: false; readonly quantity: Decimal };

/** Columns of Prices that a model can need or take. */
export type TermName = "unitPrice" | "tiers" | "packageSize" | "flatFee";

/** Whence a model has its figure, where it is not the quantity of a meter or a fee for days. */
type ModelSource =
  /** Usage's Amount beside its quantity. */
  | "amounts"
  /** The peaks of the meters that its tiers name. */
  | "peaks"
  | "milestones"
  | "progress"
  /** What a product bills, by a measure of Results. */
  | "billedProduct";

export interface ModelExample {
  readonly it: string;
  readonly terms: { readonly [Name in TermName]?: string };
  readonly quantity: string;
  readonly amount: string;
}

/**
 * A pricing model: pure maths over one quantity. Included quantities, discount, minimum, maximum and proration are
 * around every model (charge.ts), never inside one. A new model is one file here and one line in registry.ts.
 */
export interface PricingModel {
  readonly id: string;
  readonly title: string;
  /** For the drop-down's help and the reference. */
  readonly help: string;
  /** Columns of Prices that must be filled. */
  readonly needs: readonly TermName[];
  /** Columns that may be filled; any other is a conflict, so that nothing typed is silently ignored. */
  readonly takes: readonly TermName[];
  /** Columns that may be filled as well where every event is priced alone. */
  readonly takesPerEvent?: readonly TermName[];
  readonly reads?: ModelSource;
  /** Owed whatever the usage: no meter is read. */
  readonly isFixed: boolean;
  /** Its tiers begin with the highest, and each counts from its bound on. */
  readonly tiersFall?: boolean;
  /** In tiers that name one figure each, that figure is the flat fee (stairstep). */
  readonly tiersAreFees: boolean;
  /** At quantity 0 the first tier's flat fee is charged unless the price says otherwise. */
  readonly chargesZeroUsage: boolean;
  /** Unit prices are fractions of an amount of money (0.029 is 2.9 %). */
  readonly ratesAreFractions: boolean;
  /** Units of the meter in one unit of the quantity of a tier's line; 1 unless it counts something else (packages). */
  readonly unitsPerLineUnit?: (terms: ModelTerms, tier: string) => Decimal;
  /** The most units that the lines of a tier can be of, where they tell started blocks alone; undefined: no limit. */
  readonly mostUnitsOfTier?: (terms: ModelTerms, tier: string) => Decimal | undefined;
  /** The quantity of its lines counts packages. */
  readonly countsPackages?: boolean;
  /** A remark on terms that are valid but surprise, e.g. a free first tier. */
  readonly remark?: (terms: ModelTerms) => "FREE_FIRST_VOLUME_TIER" | undefined;
  /** Prices a quantity of at least 0. */
  readonly rate: (quantity: Decimal, terms: ModelTerms) => RatedParts;
  /** Units that were held for days; where it is absent, their quantity by days is priced. */
  readonly rateLevels?: (levels: Levels, terms: ModelTerms) => RatedParts;
  /** The same, every quantity priced alone and added, over scaled integers; undefined where `rate` must do it. */
  readonly rateEvents?: (events: EventQuantities, terms: ModelTerms) => RatedParts | undefined;
  /** The amount as straight lines over the quantity, where it is so; a column of quantities is then rated on integers. */
  readonly segments?: (terms: ModelTerms) => readonly Segment[];
  readonly examples: readonly [ModelExample, ...ModelExample[]];
}

/** Checks a model's shape and keeps its id as a literal type. */
export function definePricingModel<const M extends PricingModel>(model: M): M {
  return model;
}
