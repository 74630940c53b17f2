import type { Fields } from "../../vectors/vector";
import { graduatedAmount } from "./rating";
import {
  column,
  difference,
  numbersOf,
  sumOf,
  type FunctionRunner,
  type FunctionRunners,
  type Sheet,
} from "./sheet";

interface Drawn {
  readonly applied: number;
  readonly remaining: number;
  readonly payable: number;
}

/** What each charge takes of a credit, in their order. */
export async function drawDown(
  sheet: Sheet,
  credit: number,
  charges: readonly number[],
): Promise<[Drawn, ...Drawn[]]> {
  const rows = await sheet.rows("DRAWDOWN", credit, column(charges));
  const drawn = (rows as number[][]).map(([applied, remaining, payable]) => ({
    applied: applied!,
    remaining: remaining!,
    payable: payable!,
  }));
  return drawn as [Drawn, ...Drawn[]];
}

/** A charge against several credits in turn: each formula takes what the one before left to pay. */
async function drawAll(sheet: Sheet, charge: number, credits: readonly number[]) {
  const drawn: Drawn[] = [];
  let payable = charge;
  // Who has no credit has one of 0.
  for (const credit of credits.length > 0 ? credits : [0]) {
    const [step] = await drawDown(sheet, credit, [payable]);
    drawn.push(step);
    payable = step.payable;
  }
  return { drawn, applied: sumOf(drawn.map(({ applied }) => applied)), payable };
}

/** The user lists credits in the order in which they are to be used. */
const byPriority = (credits: readonly Fields[]) =>
  [...credits].sort((a, b) => a.number("priority") - b.number("priority"));

const rated: FunctionRunner = async ({ params, input }, sheet) => {
  if (!params.hasOnly("tiers", "credits")) return undefined;
  const charge = await graduatedAmount(sheet, params.fieldsList("tiers"), input.number("quantity"));
  return { figures: { amount: (await drawAll(sheet, charge, numbersOf(params, "credits"))).payable } };
};

const grants: FunctionRunner = async ({ params, input }, sheet) => {
  const inOrder = byPriority(params.fieldsList("grants"));
  const amounts = inOrder.map((grant) => grant.number("amount"));
  const { drawn, payable } = await drawAll(sheet, input.number("usage"), amounts);
  const balances = inOrder.map((grant, index) => [grant.text("id"), drawn[index]!.remaining]);
  return { figures: { amount: payable, balances: Object.fromEntries(balances), overage: payable } };
};

const wallets: FunctionRunner = async ({ params, input }, sheet) => {
  const inOrder = byPriority(params.fieldsList("wallets"));
  const balances = inOrder.map((wallet) => wallet.number("balance"));
  const { drawn, applied } = await drawAll(sheet, input.number("usageAmount"), balances);
  const allocations = inOrder.map((wallet, index) => [wallet.text("id"), drawn[index]!.applied]);
  return { figures: { amount: applied, allocations: Object.fromEntries(allocations) } };
};

const payWithWallet: FunctionRunner = async ({ params, input }, sheet) => {
  const { applied, payable } = await drawAll(sheet, input.number("due"), numbersOf(params, "wallets"));
  return { figures: { amount: payable, paid: applied } };
};

/** Credits come after both discounts. */
const afterDiscounts: FunctionRunner = async ({ params }, sheet) => {
  const discounts = sumOf([params.number("lineDiscount"), params.number("invoiceDiscountShare")]);
  const charge = difference(params.number("lineAmount"), discounts);
  const { applied, payable } = await drawAll(sheet, charge, numbersOf(params, "credits"));
  return { figures: { amount: payable, creditApplied: applied } };
};

/** Units free of charge are a credit of units, used up in the order of time. */
const usageDiscount: FunctionRunner = async ({ params, input }, sheet) => {
  const quantities = ["quantityBefore", "quantity"].map((name) => input.number(name));
  const drawn = await drawDown(sheet, params.number("freeUnits"), quantities);
  return { figures: { amount: drawn.at(-1)!.payable } };
};

export const prepaidCreditRunners: FunctionRunners = {
  credits_against_graduated: rated,
  grant_burn_down: grants,
  wallet_allocation: wallets,
  pay_with_wallet: payWithWallet,
  credits_after_discounts: afterDiscounts,
  usage_discount: usageDiscount,
};
