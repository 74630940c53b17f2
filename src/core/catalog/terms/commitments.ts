import type { Commitment } from "./agreements";
import type { Pool } from "../records";
import { compareText } from "../../base/name";
import { one } from "../../money/decimal";
import type { Contract } from "../records";
import { accountOf } from "./account";
import { childrenOf } from "./families";
import { productsOf } from "./products";
import { refuseRepeats, termRows, type TermRow, type TermsContext } from "./rows";
import type { CommitmentRecord } from "./commitments.table";
import type { TermTables } from "./termTables";

export const inOrder = (a: Commitment, b: Commitment) => a.order - b.order || compareText(a.id, b.id);

function commitmentOf({ record, at }: TermRow<CommitmentRecord>): Commitment {
  return {
    id: record.commitmentId,
    products: productsOf(record.products),
    of: record.amount ? { amount: record.amount } : { quantity: record.quantity! },
    period: record.period ?? "billing_period",
    factor: record.overageFactor ?? one,
    truesUp: record.trueUp !== "no",
    order: record.order ?? 1,
    at: at(record.amount ? "amount" : "quantity"),
  };
}

function check(row: TermRow<CommitmentRecord>): void {
  const { record, refuse, contracts } = row;
  const { amount, quantity, customerId, products } = record;
  if ((amount === undefined) === (quantity === undefined))
    refuse(amount ? "quantity" : "amount", "fill Amount or Quantity, one of them");
  if (quantity && productsOf(products)?.size !== 1) refuse("quantity", "a quantity needs one product");
  if (quantity && customerId !== undefined) refuse("quantity", "a quantity needs a Contract ID");
  const both = customerId === undefined && contracts.some(({ commitments }) => commitments.length > 0);
  if (both) refuse("commitmentId", "the contract has a Minimum commitment in Contracts as well");
}

interface AgreedCommitments {
  readonly of: (contract: Contract) => readonly Commitment[];
  /** `known` are the contracts as the catalog will have them. */
  readonly pools: (known: readonly Contract[]) => readonly Pool[];
}

/** The commitments of each contract, in the order in which they take usage, and those over several. */
export function commitmentsOf({ commitments }: TermTables, context: TermsContext): AgreedCommitments {
  const rows = termRows(commitments, ["contractId", "customerId"], context);
  refuseRepeats(rows, "commitmentId");
  rows.forEach(check);
  const isPool = ({ record }: TermRow<CommitmentRecord>) => record.customerId !== undefined;
  const used = rows.filter((row) => !row.isRefused());
  const pooled = used.filter(isPool).flatMap((row) => {
    const customer = context.customers.get(row.record.customerId!);
    if (!customer) return [];
    const family = new Set([customer.customerId, ...childrenOf(customer.customerId, context.customers)]);
    const members = context.contracts.filter((contract) => family.has(contract.customer.customerId));
    if (new Set(members.map(({ currency }) => currency)).size > 1) {
      row.reportCurrencies(members);
      return [];
    }
    return [
      {
        commitment: commitmentOf(row),
        customer,
        members: new Set(members.map(({ contractId }) => contractId)),
      },
    ];
  });
  return {
    of: (contract) =>
      used
        .filter((row) => !isPool(row) && row.contracts.includes(contract))
        .map(commitmentOf)
        .sort(inOrder),
    pools: (known) =>
      pooled.flatMap(({ commitment, customer, members }) => {
        const contracts = known.filter(({ contractId }) => members.has(contractId));
        const holder = contracts.find((contract) => contract.customer.customerId === customer.customerId);
        const [first] = contracts;
        return first
          ? [{ commitment, contracts, carrier: holder ?? accountOf(customer, first, context.settings) }]
          : [];
      }),
  };
}
