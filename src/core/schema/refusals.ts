import { currencyMarkIn } from "../money/currencyMark";
import { partOfCurrencyIn } from "../money/subunits";
import type { Remark } from "./remark";

/** What a header or a number format says of the figures below or beside it, and why they cannot be read then. */
export type Refuses = (said: string) => Remark | undefined;

/** Money is read in whole units of its currency: 31 under “Price (ct)” would be billed a hundred times over. */
export const refusesParts: Refuses = (said) => {
  const part = partOfCurrencyIn(said);
  return part === undefined ? undefined : { code: "MONEY_IN_PARTS", words: { part } };
};

/**
 * The same where the currency of the contract will tell: Rp is a Rappen of a franc, a hundredth, and a whole rupiah.
 */
export const refusesCertainParts: Refuses = (said) =>
  partOfCurrencyIn(said) === RP ? undefined : refusesParts(said);

/** The sign that two currencies use, one for its part. */
export const RP = "Rp";

/** A percentage is no amount of money: 50 shown as € 50.00 would take off half. */
export const refusesMoney: Refuses = (said) => {
  const mark = currencyMarkIn(said);
  return mark === undefined ? undefined : { code: "MONEY_AS_PERCENT", words: { mark } };
};
