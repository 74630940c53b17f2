import type { Decimal } from "../../../src/core/money/decimal";
import { sum } from "../../../src/core/money/decimal";
import { chargeDifference, chargeQuantity } from "../../../src/core/pricing/charge";
import { drawDown } from "../../../src/core/payments/drawDown";
import { chargeTerms } from "../../properties/support/terms";
import { drawAll as drawAllInCells, drawDown as drawDownInCells } from "../cells/drawDown";
import { graduatedAmount } from "../cells/prices";
import { difference, numbersOf, sumOf } from "../cells/sheet";
import { chargedAmount } from "../engine/charges";
import { Fields } from "../vector";
import type { Ways, WaysByModel } from "../ways";

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

/** A figure of each credit by its id. */
const byId = <Drawn>(credits: readonly Fields[], drawn: readonly Drawn[], figure: (row: Drawn) => unknown) =>
  Object.fromEntries(credits.map((credit, index) => [credit.text("id"), figure(drawn[index]!)]));

const rated: Ways = {
  engine: (vector) => {
    const { params } = vector;
    if (!params.hasOnly("tiers", "credits")) return undefined;
    const tiers = new Fields({ tiers: params.value("tiers") });
    const charge = chargedAmount({ ...vector, params: tiers }, "graduated");
    return charge && { figures: { amount: drawAll(charge, params.decimals("credits")).payable } };
  },
  functions: async ({ params, input }, sheet) => {
    if (!params.hasOnly("tiers", "credits")) return undefined;
    const charge = await graduatedAmount(sheet, params.fieldsList("tiers"), input.number("quantity"));
    const { payable } = await drawAllInCells(sheet, charge, numbersOf(params, "credits"));
    return { figures: { amount: payable } };
  },
};

const grants: Ways = {
  engine: ({ params, input }) => {
    const inOrder = byPriority(params.fieldsList("grants"));
    const amounts = inOrder.map((grant) => grant.decimal("amount"));
    const { drawn, payable } = drawAll(input.decimal("usage"), amounts);
    const balances = byId(inOrder, drawn, ({ remaining }) => remaining);
    return { figures: { amount: payable, balances, overage: payable } };
  },
  functions: async ({ params, input }, sheet) => {
    const inOrder = byPriority(params.fieldsList("grants"));
    const amounts = inOrder.map((grant) => grant.number("amount"));
    const { drawn, payable } = await drawAllInCells(sheet, input.number("usage"), amounts);
    const balances = byId(inOrder, drawn, ({ remaining }) => remaining);
    return { figures: { amount: payable, balances, overage: payable } };
  },
};

const wallets: Ways = {
  engine: ({ params, input }) => {
    const inOrder = byPriority(params.fieldsList("wallets"));
    const balances = inOrder.map((wallet) => wallet.decimal("balance"));
    const { drawn, applied } = drawAll(input.decimal("usageAmount"), balances);
    const allocations = byId(inOrder, drawn, (row) => row.applied);
    return { figures: { amount: applied, allocations } };
  },
  functions: async ({ params, input }, sheet) => {
    const inOrder = byPriority(params.fieldsList("wallets"));
    const balances = inOrder.map((wallet) => wallet.number("balance"));
    const { drawn, applied } = await drawAllInCells(sheet, input.number("usageAmount"), balances);
    const allocations = byId(inOrder, drawn, (row) => row.applied);
    return { figures: { amount: applied, allocations } };
  },
};

const payWithWallet: Ways = {
  engine: ({ params, input }) => {
    const { applied, payable } = drawAll(input.decimal("due"), params.decimals("wallets"));
    return { figures: { amount: payable, paid: applied } };
  },
  functions: async ({ params, input }, sheet) => {
    const drawn = await drawAllInCells(sheet, input.number("due"), numbersOf(params, "wallets"));
    return { figures: { amount: drawn.payable, paid: drawn.applied } };
  },
};

/** Credits come after both discounts. */
const afterDiscounts: Ways = {
  engine: ({ params }) => {
    const charge = params
      .decimal("lineAmount")
      .minus(params.decimal("lineDiscount"))
      .minus(params.decimal("invoiceDiscountShare"));
    const { applied, payable } = drawAll(charge, params.decimals("credits"));
    return { figures: { amount: payable, creditApplied: applied } };
  },
  functions: async ({ params }, sheet) => {
    const discounts = sumOf([params.number("lineDiscount"), params.number("invoiceDiscountShare")]);
    const charge = difference(params.number("lineAmount"), discounts);
    const { applied, payable } = await drawAllInCells(sheet, charge, numbersOf(params, "credits"));
    return { figures: { amount: payable, creditApplied: applied } };
  },
};

/** What is billable of a quantity once what came before has used up its part of the included one. */
const usageDiscount: Ways = {
  engine: ({ params, input }) => {
    const terms = chargeTerms({ model: "per_unit", unitPrice: "1", included: params.text("freeUnits") });
    const before = input.decimal("quantityBefore");
    const [all, billed] = [before.plus(input.decimal("quantity")), before].map((quantity) =>
      chargeQuantity(quantity, terms),
    );
    if (!all?.ok || !billed?.ok) return undefined;
    const usage = chargeDifference(all.lines, billed.lines).filter(({ kind }) => kind === "usage");
    return { figures: { amount: sum(usage.map(({ quantity }) => quantity)) } };
  },
  // Units free of charge are a credit of units, used up in the order of time.
  functions: async ({ params, input }, sheet) => {
    const quantities = ["quantityBefore", "quantity"].map((name) => input.number(name));
    const drawn = await drawDownInCells(sheet, params.number("freeUnits"), quantities);
    return { figures: { amount: drawn.at(-1)!.payable } };
  },
};

export const prepaidCreditWays: WaysByModel = {
  credits_against_graduated: rated,
  grant_burn_down: grants,
  wallet_allocation: wallets,
  pay_with_wallet: payWithWallet,
  credits_after_discounts: afterDiscounts,
  usage_discount: usageDiscount,
};
