import { contains } from "../../calendar/period";
import type { Catalog } from "../../catalog/records";
import type { Grant } from "../../catalog/records";
import { minorDigits } from "../../money/currency";
import { one, zero } from "../../money/decimal";
import { formatMoney } from "../../money/format";
import { round } from "../../money/round";
import type { InvoiceLine } from "../invoice";
import { addingLines } from "./bill";

/** Whether a line sells a grant: grants do not pay it. */
export const isSale = ({ kind, priceId }: InvoiceLine, { grants }: Catalog): boolean =>
  kind === "fixed" && grants.some(({ id, sale }) => sale !== undefined && id === priceId);

function lineOf(
  { id, days, currency }: Grant,
  { price, taxCode, carrier }: NonNullable<Grant["sale"]>,
): InvoiceLine {
  const amount = round(price, minorDigits(currency), "half_up");
  return {
    contractId: carrier.contractId,
    priceId: id,
    product: "Grant",
    description: `Grant ${id}`,
    kind: "fixed",
    tier: "",
    period: { from: days.from, to: days.from },
    quantity: one,
    unit: "",
    unitPrice: amount,
    flatFee: zero,
    amount,
    taxCode,
    taxRate: zero,
    sourceRows: 0,
    explanation: `grant ${id} is sold once = ${formatMoney(amount, currency)}`,
    item: undefined,
  };
}

/** Paid grants are sold once, by the run that holds their first day. */
export const grantSales = addingLines(({ charges }, { catalog, billed, run }) =>
  catalog.grants.flatMap((grant) => {
    const { id, sale, days } = grant;
    if (!sale || !contains(run.period, days.from)) return [];
    const { carrier } = sale;
    const isCarried = charges.some(
      ({ contract, isCovered }) =>
        !isCovered &&
        contract.contractId === carrier.contractId &&
        contract.customer.customerId === carrier.customer.customerId,
    );
    const wasSold = billed.ofTerm(id).some(({ kind }) => kind === "fixed");
    return isCarried && !wasSold ? [lineOf(grant, sale)] : [];
  }),
);
