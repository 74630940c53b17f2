import { groupBy, lastOf, type Group } from "../../base/groupBy";
import { compareText } from "../../base/name";
import type { Day } from "../../calendar/day";
import { sum, type Decimal } from "../../money/decimal";
import type { Ledger } from "../ledger";
import { flowsOf, type Flow, type FlowType } from "./flows";

export const statementTypes = {
  opening: "Opening balance",
  invoice: "Invoice",
  credit: "Credit note",
  payment: "Payment",
  refund: "Refund",
  discount: "Discount",
  write_off: "Write-off",
  closing: "Closing balance",
} as const satisfies Readonly<Record<FlowType | "opening" | "closing", string>>;

export interface StatementRow {
  readonly date: Day;
  readonly type: keyof typeof statementTypes;
  readonly document: string;
  readonly reference: string;
  /** What was added to the balance; undefined where the row adds nothing. */
  readonly debit: Decimal | undefined;
  readonly credit: Decimal | undefined;
  readonly balance: Decimal;
}

/** What one customer owes in one currency and how it came to it; the closing balance is the total of Aging. */
export interface Statement {
  readonly customerId: string;
  readonly customerName: string;
  readonly currency: string;
  readonly from: Day;
  readonly to: Day;
  readonly opening: Decimal;
  readonly closing: Decimal;
  readonly rows: readonly StatementRow[];
}

/** A reversal of what was let off is charged again, whatever its type is called. */
function rowOf({ day, type, document, reference, change }: Flow, before: Decimal): StatementRow {
  const balance = before.plus(change);
  return change.isNegative()
    ? { date: day, type, document, reference, debit: undefined, credit: change.negated(), balance }
    : { date: day, type, document, reference, debit: change, credit: undefined, balance };
}

const edge = (type: "opening" | "closing", date: Day, balance: Decimal): StatementRow => ({
  date,
  type,
  document: "",
  reference: "",
  debit: undefined,
  credit: undefined,
  balance,
});

function statementOf(flows: Group<Flow>, from: Day | undefined, to: Day): Statement {
  const first = from ?? flows[0].day;
  const opening = sum(flows.filter(({ day }) => day < first).map(({ change }) => change));
  const rows: StatementRow[] = [];
  let balance = opening;
  for (const flow of flows) {
    if (flow.day < first) continue;
    const row = rowOf(flow, balance);
    rows.push(row);
    balance = row.balance;
  }
  const { customerId, currency } = flows[0];
  return {
    customerId,
    customerName: lastOf(flows).customerName,
    currency,
    from: first,
    to,
    opening,
    closing: balance,
    rows: [edge("opening", first, opening), ...rows, edge("closing", to, balance)],
  };
}

/** Statements of all customers, or of one, by id and currency, from a day or from the beginning. */
export function statementsOf(
  ledger: Ledger,
  customerId: string | undefined,
  from: Day | undefined,
): Statement[] {
  const flows = flowsOf(ledger).filter((flow) => customerId === undefined || flow.customerId === customerId);
  const groups = groupBy(flows, (flow) => `${flow.customerId}|${flow.currency}`);
  return [...groups.values()]
    .map((group) => statementOf(group, from, ledger.asOf))
    .sort((a, b) => compareText(a.customerId, b.customerId) || compareText(a.currency, b.currency));
}
