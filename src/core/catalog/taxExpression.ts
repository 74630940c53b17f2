import type { Day } from "../calendar/day";
import { one, sum, zero, type Decimal } from "../money/decimal";
import { taxOn } from "../money/tax";
import type { Contract, TaxRates } from "./records";
import { taxRateOn } from "./taxRates";
import type { TaxCodeRecord } from "./taxCodes.table";

/** One of the taxes that a code stands for. */
interface NamedTax {
  readonly code: string;
  /** It is charged on the net and the taxes before it. */
  readonly isOnTop: boolean;
}

/** "GST + PST" is two taxes on the net, "GST > PST" the second on the net and the first. A code of the table is itself. */
export function taxesOfCode(code: string, taxCodes: ReadonlyMap<string, TaxRates>): readonly NamedTax[] {
  if (taxCodes.has(code) || !/[+>]/.test(code)) return [{ code, isOnTop: false }];
  const taxes: NamedTax[] = [];
  let isOnTop = false;
  let name = "";
  for (const character of `${code}+`) {
    if (character !== "+" && character !== ">") name += character;
    else {
      taxes.push({ code: name.trim(), isOnTop });
      isOnTop = character === ">";
      name = "";
    }
  }
  return taxes;
}

/** Contracts that a tax is charged to: by their own code or by that of a price, be it of several taxes. */
export function contractsTaxedBy(
  name: string,
  contracts: readonly Contract[],
  taxCodes: ReadonlyMap<string, TaxRates>,
): Contract[] {
  const isNamed = (code: string | undefined) =>
    code !== undefined && taxesOfCode(code, taxCodes).some((tax) => tax.code === name);
  return contracts.filter(
    ({ taxCode, prices }) => isNamed(taxCode) || prices.some((price) => isNamed(price.taxCode)),
  );
}

/** A tax in force on a day. */
export interface TaxInForce {
  readonly record: TaxCodeRecord;
  readonly isOnTop: boolean;
}

/** The taxes behind a code on a day; undefined where one of them has no rate. */
export function taxesOn(
  code: string,
  day: Day,
  taxCodes: ReadonlyMap<string, TaxRates>,
): readonly TaxInForce[] | undefined {
  const found = taxesOfCode(code, taxCodes).map(({ code: name, isOnTop }) => ({
    record: taxRateOn(taxCodes.get(name) ?? [], day),
    isOnTop,
  }));
  const inForce = found.flatMap(({ record, isOnTop }) => (record ? [{ record, isOnTop }] : []));
  return inForce.length === found.length ? inForce : undefined;
}

/** What several taxes come to as one rate: 5 % and 10 % on top of it are 15.5 %. */
export function wholeRate(taxes: readonly TaxInForce[]): Decimal {
  return taxes.reduce(
    (all, { record, isOnTop }) => all.plus(record.rate.times(isOnTop ? all.plus(one) : one)),
    zero,
  );
}

/** The taxes on an amount, each rounded: 99.99 at 8.875 %, 2.125 % and 0.5 % bears 8.87, 2.12 and 0.50. */
function taxesOnAmount(net: Decimal, taxes: readonly TaxInForce[], digits: number): Decimal[] {
  const charged: Decimal[] = [];
  for (const { record, isOnTop } of taxes)
    charged.push(taxOn(isOnTop ? sum([net, ...charged]) : net, record.rate, digits));
  return charged;
}

/** The same of amounts that are taxed one by one: what each tax comes to. */
export function taxesOnAmounts(
  amounts: readonly Decimal[],
  taxes: readonly TaxInForce[],
  digits: number,
): Decimal[] {
  const all = amounts.map((amount) => taxesOnAmount(amount, taxes, digits));
  return taxes.map((_, index) => sum(all.map((charged) => charged[index]!)));
}
