import { Decimal, sum } from "../../../src/core/money/decimal";
import { drawDown } from "../../../src/core/payments/drawDown";
import type { Runner } from "../outcome";
import { Fields } from "../vector";
import { chargeRunners } from "./charges";

/** A charge against several credits in turn: each pays of what the one before left. */
function drawAll(charge: Decimal, credits: readonly Decimal[]) {
  let payable = charge;
  const drawn = credits.map((credit) => {
    const row = drawDown(credit, [payable])[0]!;
    payable = row.payable;
    return row;
  });
  return { drawn, applied: sum(drawn.map(({ applied }) => applied)), payable };
}

/** The user lists credits in the order in which they are to be used. */
const byPriority = (credits: readonly Fields[]) =>
  [...credits].sort((a, b) => a.number("priority") - b.number("priority"));

const rated: Runner = (vector) => {
  const { params } = vector;
  if (!params.hasOnly("tiers", "credits")) return undefined;
  const charge = chargeRunners.graduated!({
    ...vector,
    params: new Fields({ tiers: params.value("tiers") }),
  });
  if (!charge) return undefined;
  const amount = new Decimal(charge.figures.amount as Decimal);
  return { figures: { amount: drawAll(amount, params.decimals("credits")).payable } };
};

const grants: Runner = ({ params, input }) => {
  const inOrder = byPriority(params.fieldsList("grants"));
  const { drawn, payable } = drawAll(
    input.decimal("usage"),
    inOrder.map((grant) => grant.decimal("amount")),
  );
  const balances = inOrder.map((grant, index) => [grant.text("id"), drawn[index]!.remaining]);
  return { figures: { amount: payable, balances: Object.fromEntries(balances), overage: payable } };
};

const wallets: Runner = ({ params, input }) => {
  const inOrder = byPriority(params.fieldsList("wallets"));
  const { drawn, applied } = drawAll(
    input.decimal("usageAmount"),
    inOrder.map((wallet) => wallet.decimal("balance")),
  );
  const allocations = inOrder.map((wallet, index) => [wallet.text("id"), drawn[index]!.applied]);
  return { figures: { amount: applied, allocations: Object.fromEntries(allocations) } };
};

const payWithWallet: Runner = ({ params, input }) => {
  const { applied, payable } = drawAll(input.decimal("due"), params.decimals("wallets"));
  return { figures: { amount: payable, paid: applied } };
};

/** Credits come after both discounts. */
const afterDiscounts: Runner = ({ params }) => {
  const charge = params
    .decimal("lineAmount")
    .minus(params.decimal("lineDiscount"))
    .minus(params.decimal("invoiceDiscountShare"));
  const { applied, payable } = drawAll(charge, params.decimals("credits"));
  return { figures: { amount: payable, creditApplied: applied } };
};

export const prepaidCreditRunners: Readonly<Record<string, Runner>> = {
  credits_against_graduated: rated,
  grant_burn_down: grants,
  wallet_allocation: wallets,
  pay_with_wallet: payWithWallet,
  credits_after_discounts: afterDiscounts,
};
