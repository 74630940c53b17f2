import type { Period } from "../calendar/period";
import type { Decimal } from "../money/decimal";

/** Net amounts under today's and other terms; the difference is new less old. */
export interface OldAndNew {
  readonly currency: string;
  readonly old: Decimal;
  readonly new: Decimal;
  readonly difference: Decimal;
}

/** What one price of a contract comes to on the documents of a period. */
export interface WhatIfLine extends OldAndNew {
  readonly contractId: string;
  readonly customerId: string;
  /** Empty for a minimum commitment. */
  readonly priceId: string;
  readonly product: string;
  readonly period: Period;
}

export interface WhatIfCustomer extends OldAndNew {
  readonly customerId: string;
}

export interface WhatIfTotal extends OldAndNew {
  /** How many customers would pay less, and more. */
  readonly winners: number;
  readonly losers: number;
}

/** Final documents of some periods under other terms. */
export interface WhatIfAnswer {
  readonly periods: readonly Period[];
  readonly lines: readonly WhatIfLine[];
  readonly customers: readonly WhatIfCustomer[];
  readonly totals: readonly WhatIfTotal[];
  /** Contracts that have no amount under the other terms, with the reason: they are counted as they are. */
  readonly withoutAmount: readonly { readonly contractId: string; readonly period: Period; readonly reason: string }[];
}
