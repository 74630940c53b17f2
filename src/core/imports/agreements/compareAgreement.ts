import { formatDay, LAST_DAY, type Day } from "../../calendar/day";
import { monthsOf } from "../../calendar/cycle";
import type { Contract } from "../../catalog/records";
import type { CellRef } from "../../grid/grid";
import { minorDigits } from "../../money/currency";
import { one, sum, zero, type Decimal } from "../../money/decimal";
import { formatMoney, formatPercent } from "../../money/format";
import { round } from "../../money/round";
import { finding, type Finding } from "../../reconciliation/finding";
import { lastDayOf, type Agreement, type AgreementField } from "./agreement";

/** The cell of a field of a row of the file. */
export type FileCell = (row: number, field: AgreementField) => CellRef;

/** What an agreement is worth over its term, or the interval that it is paid for. */
const worthOf = ({ amount, quantity = one }: Agreement): Decimal | undefined => amount?.times(quantity);

/** A won deal that has no contract yet. */
export function withoutContract(
  agreement: Agreement,
  customerId: string,
  currency: string,
  at: CellRef,
): Finding {
  const expected = worthOf(agreement) ?? zero;
  return finding({
    code: "DEAL_WITHOUT_CONTRACT",
    customerId,
    contractId: agreement.recordId,
    currency,
    expected,
    source: at,
    cause: `${agreement.name ?? agreement.recordId} is won, and Contracts did not have it; a draft is added`,
  });
}

/** What the fixed fees of a contract come to in so many months; undefined where it is billed by usage as well. */
function contractWorth({ prices, frequency }: Contract, months: Decimal): Decimal | undefined {
  if (frequency === "one_time" || prices.some(({ isFixed, flatFee }) => !isFixed || flatFee === undefined))
    return undefined;
  const fees = prices
    .filter(({ isOnce }) => !isOnce)
    .map(({ flatFee = zero, discount = zero }) => flatFee.times(one.minus(discount)));
  return sum(fees).times(months).dividedBy(monthsOf[frequency]);
}

const shown = (day: Day) => (day === LAST_DAY ? "none" : formatDay(day));

/** A finding for each of value, start, term and discount that the contract has otherwise than the deal. */
export function quoteMismatches(
  agreement: Agreement,
  contract: Contract,
  currency: string,
  fileAt: FileCell,
): Finding[] {
  const { months, firstDay, discount, row } = agreement;
  const mismatch = (
    field: AgreementField,
    cause: string,
    amounts: Pick<Finding, "expected" | "found"> = { expected: zero, found: zero },
  ) =>
    finding({
      code: "QUOTE_MISMATCH",
      customerId: contract.customer.customerId,
      contractId: contract.contractId,
      currency,
      ...amounts,
      source: fileAt(row, field),
      cause,
    });
  const findings: Finding[] = [];
  const value = worthOf(agreement);
  const worth = months && contractWorth(contract, months);
  const digits = minorDigits(currency);
  if (value && worth && !round(worth, digits, "half_up").equals(round(value, digits, "half_up"))) {
    const cause = `value is ${formatMoney(value, currency)} in the deal and ${formatMoney(worth, currency)} in the contract`;
    findings.push(mismatch("amount", cause, { expected: value, found: round(worth, digits, "half_up") }));
  }
  const { service, prices } = contract;
  if (firstDay !== undefined && firstDay !== service.from)
    findings.push(
      mismatch(
        "start",
        `start is ${formatDay(firstDay)} in the deal and ${formatDay(service.from)} in the contract`,
      ),
    );
  const lastDay = lastDayOf(agreement);
  if (lastDay !== undefined && lastDay !== service.to)
    findings.push(
      mismatch(
        "term",
        `the last day is ${formatDay(lastDay)} in the deal and ${shown(service.to)} in the contract`,
      ),
    );
  const discounts = new Set(prices.map((price) => (price.discount ?? zero).toString()));
  const [only] = prices;
  if (discount && only && discounts.size === 1 && !(only.discount ?? zero).equals(discount)) {
    const cause = `discount is ${formatPercent(discount)} in the deal and ${formatPercent(only.discount ?? zero)} in the contract`;
    findings.push(mismatch("discount", cause));
  }
  return findings;
}
