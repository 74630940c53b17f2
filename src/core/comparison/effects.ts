import type { ContractRecord } from "../catalog/contracts.table";
import type { CustomerRecord } from "../catalog/customers.table";
import type { PriceRecord } from "../catalog/prices.table";
import type { CommitmentTerm, Contract, Price } from "../catalog/records";
import type { ProjectTerms } from "../catalog/terms/projectTerms";
import type { Settings } from "../settings/settings";
import type { Tier } from "../pricing/tiers";

/** Columns of input tables, by which the cause of an effect is told. */
interface CauseColumns {
  readonly Contracts?: readonly (keyof ContractRecord)[];
  readonly Customers?: readonly (keyof CustomerRecord)[];
  readonly Prices?: readonly (keyof PriceRecord)[];
  /** Tables of which every column counts. */
  readonly whole?: readonly string[];
  /** Keys of Settings. */
  readonly settings?: readonly (keyof Settings)[];
}

/** One thing that is taken from B before a document is rated again: what its net changes is the effect. */
export interface RatedEffect {
  readonly id: string;
  readonly help: string;
  /** Usage, meters, and what was billed before. */
  readonly takesUsage?: true;
  readonly settings?: readonly (keyof Settings)[];
  readonly contract?: (now: Contract, b: Contract) => Contract;
  /** A price that both books have. */
  readonly price?: (now: Price, b: Price) => Price;
  /** Prices as a whole. */
  readonly takesRows?: "of another number" | "only in B" | "only in A";
  /** What units and currencies are worth in others. */
  readonly takesRates?: true;
  /** Days for which a price charges nothing. */
  readonly takesFreeDays?: true;
  readonly causes: CauseColumns;
}

const isFixed = (price: Price): Price => ({
  ...price,
  isFixed: price.model.isFixed || price.quantity !== undefined,
});

/** Bounds of B at the figures of A, tier by tier; with another number of tiers the figures come with them. */
function withBounds(tiers: readonly Tier[], b: readonly Tier[]): readonly Tier[] {
  return tiers.length === b.length ? tiers.map((tier, index) => ({ ...tier, upTo: b[index]!.upTo })) : b;
}

/** Whether a figure means the same under the model of B: a price of a package is none of a unit. */
function readsAlike({ model: a }: Price, { model: b }: Price): boolean {
  return (
    [...a.needs].sort().join() === [...b.needs].sort().join() &&
    a.ratesAreFractions === b.ratesAreFractions &&
    a.tiersAreFees === b.tiersAreFees
  );
}

/** Terms of B in place of those of A; what B does not have goes. */
function taking(now: Price, b: Price, fields: readonly (keyof Price)[]): Price {
  const isOther = ([field]: readonly [string, unknown]) => !(fields as readonly string[]).includes(field);
  const isTaken = ([field]: readonly [string, unknown]) => (fields as readonly string[]).includes(field);
  const kept = Object.entries(now).filter(isOther);
  return Object.fromEntries([...kept, ...Object.entries(b).filter(isTaken)]) as unknown as Price;
}

const withAgreed = (now: Contract, terms: Partial<Contract["agreed"]>): Contract => ({
  ...now,
  agreed: { ...now.agreed, ...terms },
});

/** Projects of B, its milestones at what A pays for those of the same name. */
function atPaymentsOf(now: ProjectTerms, b: ProjectTerms): ProjectTerms {
  const milestones = b.milestones.map((milestone) => {
    const { name, product } = milestone;
    const same = now.milestones.find((other) => other.name === name && other.product === product);
    return same ? { ...milestone, of: same.of } : milestone;
  });
  return { ...b, milestones };
}

/** Commitments of A for the days of B. */
function withDays(now: readonly CommitmentTerm[], b: readonly CommitmentTerm[]): readonly CommitmentTerm[] {
  return now.length === b.length
    ? now.map(({ amount }, index) => ({ amount, service: b[index]!.service }))
    : now;
}

/** What becomes of a quantity before its price. */
const usageTerms = [
  "conversion",
  "includesDaily",
  "allowance",
  "rollover",
  "refundScale",
  "ofProduct",
] as const satisfies readonly (keyof Price)[];

/**
 * What is taken from B, in the order of the contract: an effect is its entry here. The rest of an effect's list, what no
 * rating explains, is in `compareDocuments`.
 */
export const ratedEffects = [
  {
    id: "quantity",
    help: "other usage, meters or contracted quantities",
    takesUsage: true,
    contract: (now, { agreed: { projects } }) =>
      withAgreed(now, { projects: atPaymentsOf(now.agreed.projects, projects) }),
    price: (now, b) => isFixed(taking(now, b, ["meter", "quantity", "levels", "conditions"])),
    causes: {
      Prices: ["quantity", "meter", "condition"],
      whole: ["Usage", "Meters", "Quantities", "Milestones", "Progress", "Results", "Placements"],
    },
  },
  {
    id: "tier",
    help: "another model, tier bound, included quantity or package size",
    price: (now, b) =>
      isFixed({
        ...taking(now, b, usageTerms),
        model: b.model,
        packageSize: b.packageSize,
        included: b.included,
        perEvent: b.perEvent,
        freeAtZero: b.freeAtZero,
        mirrorsNegative: b.mirrorsNegative,
        tiers: withBounds(now.tiers, b.tiers),
        // Figures of one model mean nothing to another that reads other columns: they come with it.
        ...(readsAlike(now, b) ? {} : { tiers: b.tiers, unitPrice: b.unitPrice, flatFee: b.flatFee }),
      }),
    causes: {
      Prices: [
        ...(["pricingModel", "tiers", "packageSize", "includedQuantity"] as const),
        ...(["ratePer", "zeroUsage", "negativeUsage", "quantityFactor", "quantityStep"] as const),
        ...(["quantityRounding", "includedReset", "includedEvents", "includedAmount"] as const),
        ...(["rolloverPeriods", "rolloverMaximum", "tierBound", "refundScale", "ofProduct"] as const),
      ],
      whole: ["Tiers"],
    },
  },
  {
    id: "price",
    help: "other unit prices, fees or rates, or a price that changes on another day",
    takesRows: "of another number",
    takesRates: true,
    contract: (now, { agreed: { projects } }) => withAgreed(now, { projects }),
    price: (now, { unitPrice, flatFee, tiers, pricePer }) => ({
      ...now,
      unitPrice,
      flatFee,
      tiers,
      pricePer,
    }),
    causes: {
      Prices: ["unitPrice", "pricePer", "flatFee", "tiers", "setupFee", "effectiveFrom", "effectiveTo"],
      Contracts: ["setupFee"],
      whole: ["Tiers", "Escalations", "Indices", "Exchange rates", "Milestones"],
    },
  },
  {
    id: "proration",
    help: "other days: of a contract, a price, a free time or a billing period",
    takesFreeDays: true,
    settings: ["prorationBasis", "advanceBilling"],
    contract: (now, { service, frequency, anchorDay, isSuspended, commitments }) => ({
      ...now,
      service,
      frequency,
      anchorDay,
      isSuspended,
      commitments: withDays(now.commitments, commitments),
    }),
    price: (now, { service, timing, isProrated }) => ({ ...now, service, timing, isProrated }),
    causes: {
      Contracts: [
        ...([
          "startDate",
          "endDate",
          "billingFrequency",
          "anchorDay",
          "freeUntil",
          "status",
          "plan",
        ] as const),
      ],
      Prices: ["effectiveFrom", "effectiveTo", "timing", "proration", "freeUntil"],
      settings: ["prorationBasis", "advanceBilling"],
    },
  },
  {
    id: "discount",
    help: "another discount",
    contract: (now, { agreed: { discounts } }) => withAgreed(now, { discounts }),
    price: (now, { discount }) => ({ ...now, discount }),
    causes: {
      Contracts: ["discount"],
      Customers: ["discount"],
      Prices: ["discount"],
      whole: ["Discounts"],
    },
  },
  {
    id: "minimum",
    help: "another minimum, maximum, cap or commitment",
    contract: (now, { commitments, commitmentPeriod, agreed }) => ({
      ...withAgreed(now, { commitments: agreed.commitments, notToExceed: agreed.notToExceed }),
      commitments,
      commitmentPeriod,
    }),
    price: (now, b) => taking(now, b, ["minimum", "maximum", "cap"]),
    causes: {
      Contracts: ["minimumCommitment", "commitmentPeriod", "notToExceed"],
      Prices: ["minimum", "maximum", "maximumPeriod"],
      whole: ["Commitments"],
    },
  },
  { id: "new", help: "prices and documents that only B has", takesRows: "only in B", causes: {} },
  { id: "missing", help: "prices and documents that only A has", takesRows: "only in A", causes: {} },
] as const satisfies readonly RatedEffect[];

/** Effects that follow from the documents themselves, behind the rated ones. */
export const documentEffects = [
  { id: "adjustment", help: "credits and extra charges, deposits, grants and retention" },
  { id: "other", help: "what the inputs do not explain" },
  { id: "tax", help: "the whole difference in tax" },
  { id: "currency", help: "one document in two currencies: − in that of A, + in that of B" },
] as const;

export type EffectId = (typeof ratedEffects)[number]["id"] | (typeof documentEffects)[number]["id"];

/** Every effect in the order in which it is told. */
export const effectOrder: readonly EffectId[] = [...ratedEffects, ...documentEffects].map(({ id }) => id);
