import {
  afterDiscounts,
  inAgreedDecimals,
  minorDigits,
  raisedByIndex,
  raisedByPercent,
  type Decimal,
} from "../../core/api";
import { answer, mapCells } from "../cells/answer";
import { readAll, readNumbers } from "../cells/column";
import { isBlank, plainValue } from "../cells/cell";
import { Fault } from "../cells/fault";
import { atLeastZero, readCurrency, readNumber, readOptionalNumber } from "../cells/read";

/** The figures of a range in their order; blank cells count as none. */
function figuresOf(name: string, range: unknown): Decimal[] {
  const filled = readAll(range).filter((raw) => !isBlank(plainValue(name, raw)));
  return filled.map((raw) => readNumber(name, raw, atLeastZero));
}

/**
 * What discounts leave of an amount: percents first, each on what is left, then amounts, never below 0. Example: =BILLING.DISCOUNT_STACK(C2:C50, {10%,25%})
 * @customfunction DISCOUNT_STACK
 * @helpurl https://localhost:3000/help/DISCOUNT_STACK.html
 * @remarks Percents compound: 10 % and 25 % take 32.5 %, not 35 %. Each discount is rounded half away from zero to the currency's minor unit, as a line of an invoice is. The difference to the amount is what the discounts take.
 * @param amount Amount before discounts in currency, at least 0; a range gives what is left of every cell and spills. Example: C2:C50
 * @param percents Discounts as fractions from 0 to 1, in their order; blank cells are none. Example: {0.1,0.25}
 * @param [amounts] Discounts in currency, taken after the percents, in their order; default none. Example: 50
 * @param [currency] ISO 4217 code; default USD. Example: "EUR"
 * @returns Amount that is left in the currency, or one for each cell.
 * @throws #VALUE! An amount or discount that is no number or below 0, a percentage above 1, an unknown currency.
 * @example =BILLING.DISCOUNT_STACK(100,{0.1,0.25}) → 67.5 | 10 % of 100.00, then 25 % of 90.00.
 * @example =BILLING.DISCOUNT_STACK({100;30},0.1,50) → {40;0} | 10 %, then 50.00, but no more than there is.
 */
export function discountStack(
  amount: unknown[][],
  percents: unknown[][],
  amounts?: unknown[][],
  currency?: unknown,
): unknown[][] {
  return answer(() => {
    const shares = figuresOf("percents", percents);
    const over = shares.find((share) => share.greaterThan(1));
    if (over)
      throw new Fault(
        "value",
        `percents: ${over.toString()} is above 1; 10 % is 0.1, or a cell that shows 10%.`,
      );
    const digits = minorDigits(readCurrency("currency", currency, "USD"));
    const discounts = { percents: shares, amounts: figuresOf("amounts", amounts), digits };
    return mapCells("amount", amount, (raw) =>
      afterDiscounts(readNumber("amount", raw, atLeastZero), discounts),
    );
  });
}

/** Steps of an escalation: shares of the price before, or values of an index against its base. */
type Raise = (agreed: Decimal, before: Decimal) => Decimal;

function readSteps(steps: unknown, base: unknown, cap: unknown, floor: unknown): Raise[] {
  const figures = readNumbers("steps", steps).filter((figure) => figure !== undefined);
  const start = readOptionalNumber("base", base, undefined, atLeastZero);
  const limits = {
    cap: readOptionalNumber("cap", cap, undefined, atLeastZero),
    floor: readOptionalNumber("floor", floor, undefined, atLeastZero),
  };
  if (limits.cap && limits.floor?.greaterThan(limits.cap))
    throw new Fault("value", `floor: ${limits.floor.toString()} is above the cap; it must not be.`);
  if (start?.isZero()) throw new Fault("value", "base: it is 0; give the value of the index at agreement.");
  if (!start && (limits.cap ?? limits.floor))
    throw new Fault("value", "base: this is blank; cap and floor limit steps of an index.");
  return figures.map((figure): Raise => {
    if (!start) return (_agreed, before) => raisedByPercent(before, figure);
    return (agreed, before) => raisedByIndex(agreed, before, { value: figure, base: start }, limits);
  });
}

/**
 * A price after steps of an escalation, by percentages of the price before or by values of an index. Example: =BILLING.ESCALATE(B2:B50, {3%;3%})
 * @customfunction ESCALATE
 * @helpurl https://localhost:3000/help/ESCALATE.html
 * @remarks Without a base each step raises the price before by its fraction. With a base each step is an index value: agreed price × value ÷ base, its change against the price before within cap and floor. Every step is rounded to the decimals of the agreed price, at least those of the currency.
 * @param price Agreed price in currency; a range raises every cell and spills. Example: B2:B50
 * @param steps A fraction for each step, or with a base the value of the index at each, in their order; blank cells are none. Example: {0.03;0.03}
 * @param [base] Value of the index at agreement, above 0; default none: steps are fractions. Example: 105.65
 * @param [cap] Most that an index raises the price in a step, as a fraction; default no limit. Example: 0.03
 * @param [floor] Least that an index raises the price in a step, as a fraction; default no limit. Example: 0.01
 * @param [currency] ISO 4217 code; default USD. Example: "EUR"
 * @returns Price after the last step, or one for each cell.
 * @throws #VALUE! A price or step that is no number, a base of 0, a floor above the cap, a cap without a base.
 * @example =BILLING.ESCALATE(100,{0.05;0.05}) → 110.25 | 105.00, then 5 % of that.
 * @example =BILLING.ESCALATE({1000;2},110.5,105.65,0.03) → {1030;2.06} | The index alone would give 1,045.91; a step is capped at 3 %.
 */
export function escalate(
  price: unknown[][],
  steps: unknown[][],
  base?: unknown,
  cap?: unknown,
  floor?: unknown,
  currency?: unknown,
): unknown[][] {
  return answer(() => {
    const raises = readSteps(steps, base, cap, floor);
    const code = readCurrency("currency", currency, "USD");
    return mapCells("price", price, (raw) => {
      const agreed = readNumber("price", raw);
      return raises.reduce((before, raise) => inAgreedDecimals(raise(agreed, before), agreed, code), agreed);
    });
  });
}
