import { contains } from "../../calendar/period";
import type { Catalog, Grant } from "../../catalog/records";
import { minorDigits } from "../../money/currency";
import { formatMoney } from "../../money/format";
import { round } from "../../money/round";
import type { InvoiceLine } from "../invoice";
import { addingLines, ruleLine } from "./bill";

/** Whether a line sells a grant: grants do not pay it. */
export const isSale = ({ kind, priceId }: InvoiceLine, { grants }: Catalog): boolean =>
  kind === "fixed" && grants.some(({ id, sale }) => sale !== undefined && id === priceId);

function lineOf(
  { id, days, currency }: Grant,
  { price, taxCode, carrier }: NonNullable<Grant["sale"]>,
): InvoiceLine {
  const amount = round(price, minorDigits(currency), "half_up");
  return ruleLine({
    contractId: carrier.contractId,
    priceId: id,
    product: "Grant",
    description: `Grant ${id}`,
    kind: "fixed",
    period: { from: days.from, to: days.from },
    amount,
    taxCode,
    explanation: `grant ${id} is sold once = ${formatMoney(amount, currency)}`,
  });
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
