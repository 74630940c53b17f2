import { formatDay, type Day } from "../../../src/core/calendar/day";
import { parseTerms } from "../../../src/core/calendar/terms";
import { round } from "../../../src/core/money/round";
import { daysPastDue } from "../../../src/core/payments/aging";
import { earlyDiscount } from "../../../src/core/payments/earlyDiscount";
import type { Runner } from "../outcome";
import type { Fields } from "../vector";

/** The terms as they are written in a cell, by the vectors' names; undefined where there is no such form. */
function termsText(params: Fields): string | undefined {
  if (params.hasOnly("label", "discount_percent", "discount_days", "net_days")) {
    return `${params.text("discount_percent")}/${params.text("discount_days")} Net ${params.text("net_days")}`;
  }
  switch (params.optionalText("type")) {
    case "net":
      return `Net ${params.text("days")}`;
    case "net_months":
      return `Net ${params.text("months")} months`;
    case "eom":
      return "EOM";
    case "eom_plus_days":
      return `EOM + ${params.text("days")}`;
    case "days_then_eom":
      return `${params.text("days")} days then EOM`;
    case "day_of_following_month":
      return `${params.text("day")} MFI`;
    case "day_of_following_month_cutoff":
      return `${params.text("day")} Prox cut-off ${params.text("cutoff")}`;
    default:
      return undefined;
  }
}

export const termsRunner: Runner = ({ params, input }) => {
  const terms = parseTerms(termsText(params) ?? "");
  if (!terms) return undefined;
  const invoiceDate = input.day("invoice_date");
  const due_date = formatDay(terms.dueDate(invoiceDate));
  if (!terms.discount) return { figures: { due_date } };
  const amount = input.decimal("amount");
  const discountDate = invoiceDate + terms.discount.days;
  const discountOn = (day: Day) => round(earlyDiscount(amount, invoiceDate, day, terms), 2, "half_up");
  const payDate = input.day("pay_date");
  return {
    figures: {
      due_date,
      discount_date: formatDay(discountDate),
      discount_amount: discountOn(discountDate),
      amount_if_discounted: amount.minus(discountOn(discountDate)),
      amount_due_on_pay_date: amount.minus(discountOn(payDate)),
      late: daysPastDue(terms.dueDate(invoiceDate), payDate) > 0,
    },
  };
};
