import { formatDay } from "../../../src/core/calendar/day";
import { parseTerms } from "../../../src/core/calendar/terms";
import { round } from "../../../src/core/money/round";
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
  const { rate, days } = terms.discount;
  return {
    figures: {
      due_date,
      discount_date: formatDay(invoiceDate + days),
      discount_amount: round(input.decimal("amount").times(rate), 2, "half_up"),
    },
    // What is owed on a day of payment is told by cash application.
    beyond: ["amount_if_discounted", "amount_due_on_pay_date", "late"],
  };
};
