import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import { parseTerms, rightTerms } from "../../calendar/terms";
import { makeIssue, type Report } from "../../issues/issue";
import { cellOf } from "../../schema/readRecords";
import type { ReadTable } from "../readTable";
import type { Contract, Customer } from "../records";
import type { customersTable } from "../customers.table";

type Customers = ReadonlyMap<string, Customer>;

/** The customers above a customer, from its parent on; a ring ends where it closes. */
export function parentsOf(customerId: string, customers: Customers): string[] {
  const above: string[] = [];
  for (let id = customers.get(customerId)?.parent; id !== undefined; id = customers.get(id)?.parent) {
    if (above.includes(id)) break;
    above.push(id);
  }
  return above;
}

/** Every customer under a customer, at whatever depth. */
export function childrenOf(customerId: string, customers: Customers): string[] {
  return [...customers.keys()].filter(
    (id) => id !== customerId && parentsOf(id, customers).includes(customerId),
  );
}

const paysParent = ({ billTo = "" }: Pick<Customer, "billTo">) => nameKey(billTo) === "parent";

/** Who is sent the invoice of a customer: itself, or its parent where that pays, and so on upwards. */
export function payerOf(customer: Customer, customers: Customers): Customer {
  let payer = customer;
  for (const id of parentsOf(customer.customerId, customers)) {
    const parent = customers.get(id);
    if (!paysParent(payer) || !parent) break;
    payer = parent;
  }
  return payer;
}

/** Payment terms of customers who pay for others that cannot be understood: nobody knows when they owe it. */
function checkPayerTerms(
  { bound, good }: ReadTable<(typeof customersTable)["columns"]>,
  customers: Customers,
  contracts: readonly Contract[],
  report: Report,
): void {
  const unclear = good.filter(({ paymentTerms: text }) => text !== undefined && !parseTerms(text));
  if (!bound || unclear.length === 0) return;
  const paidBy = groupBy(
    contracts.filter(({ customer }) => payerOf(customer, customers) !== customer),
    ({ customer }) => payerOf(customer, customers).customerId,
  );
  for (const { customerId, paymentTerms: value = "", row } of unclear) {
    const holds = (paidBy.get(customerId) ?? []).map(({ contractId }) => contractId);
    if (holds.length === 0) continue;
    const at = cellOf(bound, row, "paymentTerms");
    report(makeIssue("UNKNOWN_TERMS", { at, value, words: { right: rightTerms }, holds }));
  }
}

/** Parents that are not known, and customers that are above themselves. */
export function checkParents(
  table: ReadTable<(typeof customersTable)["columns"]>,
  customers: Customers,
  contracts: readonly Contract[],
  report: Report,
): void {
  const { bound, good } = table;
  if (!bound) return;
  checkPayerTerms(table, customers, contracts, report);
  // A column headed so that holds names says who the customer is, and not who pays.
  const areNames = bound.columnOf.get("billTo") === bound.columnOf.get("customerName");
  const byCustomer = groupBy(contracts, ({ customer }) => customer.customerId);
  for (const { customerId, parent, billTo, row } of good) {
    const holds = (byCustomer.get(customerId) ?? []).map(({ contractId }) => contractId);
    const says = areNames ? "" : nameKey(billTo ?? "");
    if (says !== "" && says !== "self" && (says !== "parent" || parent === undefined)) {
      const reason = says === "parent" ? "the customer has no Parent" : "it is Self or Parent";
      const words = { reason };
      report(makeIssue("BAD_TERMS", { at: cellOf(bound, row, "billTo"), value: billTo ?? "", words, holds }));
    }
    if (parent === undefined) continue;
    const at = cellOf(bound, row, "parent");
    if (!customers.has(parent))
      report(makeIssue("UNKNOWN_CUSTOMER", { at, value: parent, words: { hint: "" }, holds }));
    else if (parentsOf(customerId, customers).includes(customerId)) {
      const words = { reason: "the customer is above itself" };
      report(makeIssue("BAD_TERMS", { at, value: parent, words, holds }));
    }
  }
}
