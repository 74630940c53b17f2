import {
  allocate as allocated,
  holdsCardNumber,
  minorDigits,
  round,
  roundTo,
  roundingModes,
  sum,
  taxOn,
  taxWithin,
} from "../../core/api";
import { answer, mapCells } from "../cells/answer";
import { cellsOf, isBlank, plainValue } from "../cells/cell";
import { readAll } from "../cells/column";
import { Fault } from "../cells/fault";
import {
  atLeastZero,
  readChoice,
  readCurrency,
  readFlag,
  readNumber,
  readOptionalNumber,
  readText,
} from "../cells/read";

/**
 * Where an amount between two minor units goes.
 * @customenum {string}
 */
enum MoneyRounding {
  /** To the nearest, ties away from zero. */
  half_up = "half_up",
  /** To the nearest, ties to the even unit. */
  half_even = "half_even",
  /** Away from zero. */
  up = "up",
  /** Toward zero. */
  down = "down",
}

/**
 * Tax on a net amount, or within a gross one, rounded half away from zero to the currency's minor unit. Example: =BILLING.TAX_AMOUNT(C2:C50, 19%)
 * @customfunction TAX_AMOUNT
 * @helpurl https://localhost:3000/help/TAX_AMOUNT.html
 * @remarks Net × rate, or gross × rate ÷ (1 + rate). An invoice rounds its tax once per tax code on the sum of its lines, so call this on that sum.
 * @param netOrGross Net amount in currency, or gross where inclusive is TRUE; a range taxes every cell and spills. Example: C2:C50
 * @param rate Tax rate as a fraction, at least 0. Example: 0.19
 * @param [inclusive] TRUE where the amount contains the tax; default FALSE. Example: TRUE
 * @param [currency] ISO 4217 code; default USD. Example: "EUR"
 * @returns Tax in the currency, or one for each cell.
 * @throws #VALUE! An amount that is no number, a rate below 0, an unknown currency.
 * @example =BILLING.TAX_AMOUNT(8180,0.09975) → 815.96 | 815.955 rounded once.
 * @example =BILLING.TAX_AMOUNT(119,0.19,TRUE,"EUR") → 19 | 119.00 gross is 100.00 net.
 */
export function taxAmount(
  netOrGross: unknown[][],
  rate: unknown,
  inclusive?: unknown,
  currency?: unknown,
): unknown[][] {
  return answer(() => {
    const share = readNumber("rate", rate, atLeastZero);
    const tax = readFlag("inclusive", inclusive, false) ? taxWithin : taxOn;
    const digits = minorDigits(readCurrency("currency", currency, "USD"));
    return mapCells("netOrGross", netOrGross, (raw) => tax(readNumber("netOrGross", raw), share, digits));
  });
}

/**
 * Rounds an amount to the minor unit of its currency: 2 decimals for USD, 0 for JPY, 3 for BHD. Example: =BILLING.ROUND_MONEY(C2:C50, "EUR")
 * @customfunction ROUND_MONEY
 * @helpurl https://localhost:3000/help/ROUND_MONEY.html
 * @remarks The rounding of an invoice line, done once. The amount counts as the decimal that Excel shows with 15 digits, so 1.005 is a tie.
 * @param amount Amount in currency; a range rounds every cell and spills. Example: C2:C50
 * @param [currency] ISO 4217 code; default USD. Example: "JPY"
 * @param [mode] Where amounts between two units go; default half_up. Example: "half_even"
 * @param [multiple] The unit to round to instead, above 0, as coins have it; default the minor unit. Example: 0.05
 * @returns Amount in the currency, or one for each cell.
 * @throws #VALUE! An amount that is no number, an unknown currency or mode, a multiple of 0 or less.
 * @example =BILLING.ROUND_MONEY(1.005) → 1.01 | A tie goes away from zero, on the decimal that you see.
 * @example =BILLING.ROUND_MONEY({2.5;3.5},"JPY","half_even") → {2;4} | Ties to the even yen.
 * @example =BILLING.ROUND_MONEY(10.09,"CHF",,0.05) → 10.1 | The total of a receipt that is paid in coins.
 */
export function roundMoney(
  amount: unknown[][],
  currency?: unknown,
  mode?: MoneyRounding,
  multiple?: unknown,
): unknown[][] {
  return answer(() => {
    const digits = minorDigits(readCurrency("currency", currency, "USD"));
    const how = readChoice("mode", mode, roundingModes, "half_up");
    const unit = readOptionalNumber("multiple", multiple, undefined, atLeastZero);
    if (unit?.isZero()) throw new Fault("value", "multiple: it is 0; give the least coin, such as 0.05.");
    return mapCells("amount", amount, (raw) => {
      const exact = readNumber("amount", raw);
      return unit ? roundTo(exact, unit, how) : round(exact, digits, how);
    });
  });
}

/**
 * Splits an amount by weights into parts that add up to it to the last minor unit. Example: =BILLING.ALLOCATE(100, B2:B4)
 * @customfunction ALLOCATE
 * @helpurl https://localhost:3000/help/ALLOCATE.html
 * @remarks Each part is rounded down, then one minor unit each goes to the largest remainders, ties to the first. The total is rounded half away from zero first. A blank weight has a blank part.
 * @param total Amount to be split in currency. Example: 100
 * @param weights Weights, at least 0, not all 0; the result has their shape. Example: B2:B4
 * @param [currency] ISO 4217 code; default USD. Example: "JPY"
 * @returns Parts in the currency, in the shape of the weights.
 * @throws #VALUE! A weight that is no number or below 0, weights that are all 0, an unknown currency.
 * @example =BILLING.ALLOCATE(100,{1;1;1}) → {33.34;33.33;33.33} | The cent that is left goes to the first.
 * @example =BILLING.ALLOCATE(-100,{1,2},"JPY") → {-33,-67} | A credit is split like a charge.
 */
export function allocate(total: unknown, weights: unknown[][], currency?: unknown): unknown[][] {
  return answer(() => {
    const digits = minorDigits(readCurrency("currency", currency, "USD"));
    const amount = round(readNumber("total", total), digits, "half_up");
    const cells = cellsOf(weights);
    const filled = readAll(weights).filter((raw) => !isBlank(plainValue("weights", raw)));
    const shares = filled.map((raw) => readNumber("weights", raw, atLeastZero));
    if (sum(shares).isZero())
      throw new Fault("value", "weights: they are all 0 or blank; one must be above 0.");
    const parts = allocated(amount, shares, digits);
    let next = 0;
    return mapCells("weights", cells, () => parts[next++]!);
  });
}

/**
 * Whether a text holds a number that may be a payment card's: 13 to 19 digits of a known card prefix with a right check digit. Example: =BILLING.CARD_SCAN(A2:E500)
 * @customfunction CARD_SCAN
 * @helpurl https://localhost:3000/help/CARD_SCAN.html
 * @remarks Digits may be parted by blanks or hyphens. Prefixes of Visa, Mastercard, Amex, Discover, JCB, Diners and UnionPay. Run it over memo and reference columns before a workbook leaves the house.
 * @param text Text to look through; a range answers for every cell and spills. Example: A2:E500
 * @returns TRUE or FALSE, or one for each cell.
 * @throws #VALUE! A cell that holds an error.
 * @example =BILLING.CARD_SCAN("paid with 4111 1111 1111 1111") → TRUE | A test number of Visa.
 * @example =BILLING.CARD_SCAN("order 4111 1111 1111 1112") → FALSE | The check digit is wrong.
 */
export function cardScan(text: unknown[][]): unknown[][] {
  return answer(() => mapCells("text", text, (raw) => holdsCardNumber(readText("text", raw))));
}
