import { drawDown } from "./drawDown";
import { shareOf } from "./prices";
import { difference, sumOf, type Sheet } from "./sheet";

/** A net amount with its tax. */
export async function taxed(sheet: Sheet, net: number, rate: number) {
  const tax = await sheet.number("TAX_AMOUNT", net, rate);
  return { net, tax, total: sumOf([net, tax]) };
}

/** A percentage of the amount, or a fixed discount, which takes no more than there is. */
export async function discounted(
  sheet: Sheet,
  amount: number,
  discount: { fraction: number } | { fixed: number },
) {
  if ("fixed" in discount) {
    const [{ applied, payable }] = await drawDown(sheet, discount.fixed, [amount]);
    return { taken: applied, left: payable };
  }
  const taken = await sheet.number("ROUND_MONEY", await shareOf(sheet, amount, discount.fraction));
  return { taken, left: difference(amount, taken) };
}
