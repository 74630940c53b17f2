import type { Grant } from "../records";
import { compareText, nameKey } from "../../base/name";
import { LAST_DAY } from "../../calendar/day";
import { accountOf } from "./account";
import { childrenOf } from "./families";
import type { GrantRecord } from "./grants.table";
import { daysBetween, refuseRepeats, termRows, type TermRow, type TermsContext } from "./rows";
import type { TermTables } from "./termTables";

function check({ record, refuse, contracts }: TermRow<GrantRecord>): void {
  const { amount, units, product, source, price, from, to } = record;
  if ((amount === undefined) === (units === undefined))
    refuse(amount ? "units" : "amount", "fill Amount or Units, one of them");
  else if (units && product === undefined) refuse("units", "units need a Product");
  if (amount && product !== undefined) refuse("product", "an amount is for all products");
  if (source !== "paid" && price) refuse("price", "only a Paid grant is sold");
  if (source === "paid" && units && !price) refuse("source", "a Paid grant of units needs a Price");
  if (to !== undefined && to < from) refuse("to", "it ends before it begins");
  const prices = contracts.flatMap((contract) => contract.prices);
  const ofProduct = prices.filter(
    (candidate) => product !== undefined && nameKey(candidate.product) === nameKey(product),
  );
  if (units && ofProduct.some(({ isFixed, perEvent }) => isFixed || perEvent))
    refuse("product", "units lower a metered quantity, and this price has none");
}

/** In the order in which grants are drawn: priority, the earliest end, the earliest start, id. */
const byDrawing = ({ record: a }: TermRow<GrantRecord>, { record: b }: TermRow<GrantRecord>) =>
  (a.priority ?? 1) - (b.priority ?? 1) ||
  (a.to ?? LAST_DAY) - (b.to ?? LAST_DAY) ||
  a.from - b.from ||
  compareText(a.grantId, b.grantId);

function grantOf(row: TermRow<GrantRecord>, { contracts, customers, settings }: TermsContext): Grant[] {
  const { record, at } = row;
  const { grantId, customerId, amount, units, product = "", source, price, taxCode } = record;
  const family = customerId === undefined ? [] : [customerId, ...childrenOf(customerId, customers)];
  const members =
    customerId === undefined
      ? row.contracts
      : contracts.filter((contract) => family.includes(contract.customer.customerId));
  const [first] = members;
  if (!first) return [];
  if (new Set(members.map(({ currency }) => currency)).size > 1) {
    row.reportCurrencies(members);
    return [];
  }
  const customer = (customerId === undefined ? undefined : customers.get(customerId)) ?? first.customer;
  const holder = members.find((contract) => contract.customer.customerId === customer.customerId);
  const carrier = holder ?? accountOf(customer, first, settings);
  const sale = { price: price ?? amount!, taxCode: taxCode ?? carrier.taxCode, carrier };
  return [
    {
      id: grantId,
      customer,
      currency: first.currency,
      contractIds: new Set(members.map(({ contractId }) => contractId)),
      of: amount ? { amount } : { units: units!, product: nameKey(product) },
      days: daysBetween(record.from, record.to),
      warnBelow: record.warnBelow,
      sale: source === "paid" ? sale : undefined,
      at: at("grantId"),
    },
  ];
}

/** The grants of a workbook, in the order in which they are drawn. */
export function grantsOf({ grants }: TermTables, context: TermsContext): readonly Grant[] {
  const rows = termRows(grants, ["contractId", "customerId"], context);
  refuseRepeats(rows, "grantId");
  rows.forEach(check);
  return rows
    .filter((row) => !row.isRefused())
    .sort(byDrawing)
    .flatMap((row) => grantOf(row, context));
}
