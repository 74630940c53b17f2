/** What is agreed beside prices, as plain data: every rule of contracts.md that a simulated contract may hold. */

/** Of usage a price takes the rows whose columns say so: `{ Region: "EU" }`; a value may end in `*`. */
export type Condition = Readonly<Record<string, string>>;

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
}
