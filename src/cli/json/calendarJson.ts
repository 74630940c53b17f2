import { formatDay, type ContractCalendar } from "../../core/api";
import { numberJson } from "./numberJson";

type Figures = ContractCalendar["total"];

function figuresJson({ expected, billed, credited, late, open }: Figures) {
  return {
    expected: numberJson(expected),
    billed: numberJson(billed),
    credited: numberJson(credited),
    late: numberJson(late),
    open: numberJson(open),
  };
}

/** The one JSON object of `explain --year`. */
export function calendarJson({ contract, asOf, rows, total }: ContractCalendar) {
  return {
    contractId: contract.contractId,
    customerId: contract.customer.customerId,
    currency: contract.currency,
    asOf: formatDay(asOf),
    periods: rows.map((row) => ({
      from: formatDay(row.days.from),
      to: formatDay(row.days.to),
      days: row.dayCount,
      ...figuresJson(row),
      state: row.state,
    })),
    total: figuresJson(total),
  };
}
