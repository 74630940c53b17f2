import { formatLongPeriod } from "../../calendar/longDate";
import { formatFigure, formatMoney } from "../../money/format";
import { minorDigits } from "../../money/currency";
import { round } from "../../money/round";
import { usageCell } from "../../metering/usage";
import { roundedAmount } from "../../rating/ratedItem";
import type { Check } from "../check";
import { finding } from "../finding";

/** Late usage that the run bills: nothing is missing any more, but whoever reads the report sees what came late. */
export const lateBilled: Check = ({ lateBilled: late, metered, settings }) =>
  late.map(({ item, invoiceNumber }) => {
    const { contract, price, part, quantity, whole, rows } = item;
    const { currency } = contract;
    const expected = round(whole, minorDigits(currency), settings.roundingMode);
    const billed = roundedAmount(item, minorDigits(currency), settings.roundingMode);
    const lateUsage = `${quantity ? formatFigure(quantity) : ""} of ${price?.meter ?? ""}`;
    const cause = `${lateUsage} from ${formatLongPeriod(part)} came late; ${invoiceNumber} bills the difference of ${formatMoney(billed, currency)}`;
    const row = rows[0];
    return finding({
      code: "LATE_USAGE",
      severity: "info",
      customerId: contract.customer.customerId,
      contractId: contract.contractId,
      invoiceNumber,
      period: part,
      meter: price?.meter ?? "",
      expected,
      found: expected,
      currency,
      cause,
      source: metered && row !== undefined ? usageCell(metered.usage, row, "quantity") : price?.at,
    });
  });
