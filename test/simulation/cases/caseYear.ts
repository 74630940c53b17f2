import type { Contract, Price, SimulatedYear, UsageRow } from "../year/simulatedYear";

/** A year that says only what a case is about. */
export interface CaseYear extends Partial<Omit<SimulatedYear, "contracts">> {
  readonly contracts: readonly CaseContract[];
}

type CaseContract = Pick<Contract, "start"> & Partial<Contract>;

/** A year that was once billed or told wrongly, made as small as it still failed, and the check that saw it. */
export interface FoundYear {
  readonly check: string;
  readonly year: SimulatedYear;
}

export const yearOf = ({ contracts, ...year }: CaseYear): SimulatedYear => ({
  firstRun: "2026-01",
  runs: 12,
  ahead: false,
  basis: "actual",
  taxCodes: [],
  ...year,
  contracts: contracts.map((contract) => ({
    id: "C1",
    anchor: 1,
    frequency: "Monthly",
    currency: "USD",
    prices: [],
    usage: [],
    ...contract,
  })),
});

export const fee = (flatFee: string, price: Partial<Price> = {}): Price => ({
  id: "F",
  product: "Fee",
  model: "flat",
  flatFee,
  ...price,
});

export const perUnit = (unitPrice: string, price: Partial<Price> = {}): Price => ({
  id: "U",
  product: "API",
  model: "per_unit",
  unitPrice,
  ...price,
});

/** `used("2026-10-05", "100")`; a third argument is the run before which the row arrives. */
export const used = (date: string, quantity: string, arrives?: string): UsageRow => ({
  product: "API",
  date,
  quantity,
  eventId: `${date} ${quantity}`,
  ...(arrives === undefined ? {} : { arrives }),
});
