import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import type { RegisteredInvoice, RegisteredLine } from "../../documents/register";
import { minorDigits } from "../../money/currency";
import { Decimal, one, smallestUnit, zero } from "../../money/decimal";
import type { ReviewFinding } from "../finding";

const { title, columns } = invoiceLinesTable;

/** What the amount of a line is made of, by the titles of its columns. */
const figures = [
  [columns.quantity.title, "quantity"],
  [columns.unitPrice.title, "unitPrice"],
  [columns.flatFee.title, "flatFee"],
] as const;

type Figures = Pick<RegisteredLine, (typeof figures)[number][1]>;

/** Whether quantity × unit price + flat fee is the amount of a line, to within one minor unit. */
function readds(
  { quantity = one, unitPrice = zero, flatFee = zero }: Figures,
  amount: Decimal,
  currency: string,
): boolean {
  const difference = quantity.times(unitPrice).plus(flatFee).minus(amount);
  return difference.abs().lessThanOrEqualTo(smallestUnit(minorDigits(currency)));
}

/**
 * Whether a cell of a line is no more what its own amount is made of, and what the inputs give there is: of 100 units for
 * 735.00 a unit price of 9.99 in place of 7.35. No usage that comes later makes such a line.
 */
export const isTypedOver =
  ({ invoiceNumber, lines, currency = "" }: RegisteredInvoice) =>
  ({ table, key, column, expected }: ReviewFinding): boolean => {
    const field = figures.find(([header]) => header === column)?.[1];
    const line = lines.find(({ line: at }) => key === `${invoiceNumber}/${String(at ?? "")}`);
    if (table !== title || !field || !line) return false;
    const asGiven = { ...line, [field]: expected === "" ? undefined : new Decimal(expected) };
    return !readds(line, line.amount, currency) && readds(asGiven, line.amount, currency);
  };
