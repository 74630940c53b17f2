/** What is agreed beside prices, as plain data: every rule of contracts.md that a simulated contract may hold. */

/** Of usage a price takes the rows whose columns say so: `{ Region: "EU" }`; a value may end in `*`. */
export type Condition = Readonly<Record<string, string>>;

/** Rows whose time of day lies in it, its start counted and its end not; it may go over midnight. */
export interface TimeFilter {
  readonly kind: "time";
  readonly from: string;
  readonly to: string;
}

/** Rows of some days of the week, 0 for Monday. */
export interface WeekdayFilter {
  readonly kind: "weekday";
  readonly first: number;
  readonly last: number;
}

export interface Rollover {
  readonly periods: number;
  readonly maximum?: string;
}

/** Terms of one price. */
export interface PriceTerms {
  readonly factor?: string;
  readonly step?: string;
  readonly quantityRounding?: "Up" | "Down" | "Nearest";
  /** The included quantity is each day's. */
  readonly includedReset?: "Day";
  readonly includedEvents?: string;
  readonly includedAmount?: string;
  readonly rollover?: Rollover;
  readonly tierBound?: "Exclusive";
  readonly condition?: Condition;
  /** The maximum is that of so long a time. */
  readonly maximumPeriod?: "Contract";
  /** Its quantity is the value of a month in Results. */
  readonly measured?: true;
  /** The product of whose fee a service credit is a share. */
  readonly ofProduct?: string;
  /** The meter of the price counts only these rows. */
  readonly filter?: TimeFilter | WeekdayFilter;
  /** Digits of a Register. */
  readonly digits?: number;
  /** Whose keys are Held; absent: rows add to a level and take from it. */
  readonly keyed?: true;
  /** Of a milestone or a measured value: none without its evidence. */
  readonly evidenceRequired?: true;
  /** Of a price of placements: who leaves within so many days gives a share back. */
  readonly refundScale?: readonly { readonly days: number; readonly share: string }[];
  /** A unit that is no currency, in which the price is written. */
  readonly pricedIn?: string;
}

/** A row of Discounts: of a percent or of an amount. */
export interface Discount {
  readonly id: string;
  readonly percent?: string;
  readonly amount?: string;
  readonly products?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly periods?: number;
  readonly carry?: true;
  readonly order?: number;
}

/** A row of Commitments: of an amount, or of a quantity of its one product. */
export interface Commitment {
  readonly id: string;
  readonly amount?: string;
  readonly quantity?: string;
  readonly period: "Billing period" | "Contract year" | "Contract" | "Day";
  readonly order?: number;
  readonly products?: readonly string[];
  readonly overageFactor?: string;
  readonly trueUp?: "No";
}

/** A row of Grants that pays amounts. */
export interface Grant {
  readonly id: string;
  readonly amount: string;
  readonly from: string;
  readonly to?: string;
  readonly priority?: number;
  /** Paid: what it is sold for. */
  readonly price?: string;
}

export interface Retention {
  readonly percent: string;
  readonly release?: string;
}

/** Paid ahead: invoiced by its date, deducted from the run after on. */
export interface Deposit {
  readonly id: string;
  readonly date: string;
  readonly amount: string;
}

/** A row of Grants that pays units of a product. */
export interface UnitGrant {
  readonly id: string;
  readonly units: string;
  readonly product: string;
  readonly from: string;
  readonly to?: string;
}

/** A row of Exchange rates of the unit in which prices are written. */
export interface Rate {
  readonly date: string;
  readonly rate: string;
}

/** What a contract agrees over all its prices. */
export interface ContractTerms {
  readonly discounts?: readonly Discount[];
  readonly commitments?: readonly Commitment[];
  readonly grants?: readonly Grant[];
  readonly notToExceed?: string;
  readonly retention?: Retention;
  readonly deposits?: readonly Deposit[];
  readonly levels?: readonly Level[];
  readonly escalations?: readonly Escalation[];
  readonly milestones?: readonly Milestone[];
  readonly progress?: readonly Progress[];
  readonly results?: readonly Result[];
  readonly unitGrants?: readonly UnitGrant[];
  readonly rates?: readonly Rate[];
  readonly placements?: readonly Placement[];
  /** It goes on past its end, for so many months each time. */
  readonly renewal?: { readonly term: number };
}

/** A row of Placements. */
export interface Placement {
  readonly id: string;
  readonly start: string;
  readonly pay: string;
  readonly left?: string;
}

/** A row of Quantities: so many from that day on. */
export interface Level {
  readonly product: string;
  readonly date: string;
  readonly quantity: string;
}

/** A row of Escalations; of an index with its values by month. */
export interface Escalation {
  readonly id: string;
  readonly from: string;
  readonly every?: number;
  readonly products?: readonly string[];
  readonly percent?: string;
  readonly index?: {
    readonly base: string;
    readonly lag: number;
    readonly values: Readonly<Record<string, string>>;
  };
  readonly cap?: string;
  readonly floor?: string;
}

/** A row of Milestones: an amount, or a percent of the product's total. */
export interface Milestone {
  readonly product: string;
  readonly name: string;
  readonly amount?: string;
  readonly percent?: string;
  readonly reached?: string;
  /** The run before which its evidence is there; absent: with it. */
  readonly evidenceArrives?: string;
}

/** A row of Progress: so many percent of a product are done by that day. */
export interface Progress {
  readonly product: string;
  readonly date: string;
  readonly percent: string;
}

/** A row of Results: the value of a month, and the run before which it becomes known. */
export interface Result {
  readonly product: string;
  readonly month: string;
  readonly value: string;
  readonly status: "Audited" | "Provisional";
  readonly arrives: string;
  /** The run before which its evidence is there; absent: with it. */
  readonly evidenceArrives?: string;
}

/** What is agreed with a customer over all of its contracts. */
export interface CustomerTerms {
  readonly grants?: readonly Grant[];
  readonly commitments?: readonly Commitment[];
}
