import {
  choiceColumn,
  dayColumn,
  idColumn,
  integerColumn,
  moneyColumn,
  percentColumn,
  required,
} from "../../schema/column";
import { defineTable } from "../../schema/table";
import { contractColumn, customerColumn, planColumn, productsColumn, yesNo } from "./parties";

export const discountsTable = defineTable({
  title: "Discounts",
  synonyms: ["Promotions", "Coupons", "Rabatte"],
  help: "Discounts beside those of a price: percents and amounts, for some time, in an order.",
  columns: {
    discountId: required(
      idColumn({ title: "Discount ID", synonyms: ["Coupon", "Promotion ID"], help: "its own id" }),
    ),
    contractId: contractColumn,
    customerId: customerColumn,
    plan: planColumn,
    products: productsColumn,
    percent: percentColumn({
      title: "Percent",
      synonyms: ["Percent off", "Discount %"],
      help: "12 or 12 % takes 12 percent off what earlier discounts leave",
    }),
    amount: moneyColumn({
      title: "Amount",
      synonyms: ["Amount off"],
      help: "taken off once a billing period, never below 0",
      min: "0",
    }),
    from: dayColumn({ title: "From", synonyms: ["Valid from"], help: "the first day it counts for" }),
    to: dayColumn({ title: "To", synonyms: ["Until", "Valid to"], help: "the last day it counts for" }),
    periods: integerColumn({
      title: "Periods",
      help: "only in the first so many billing periods that it reaches",
      min: 1,
      max: 1200,
    }),
    carry: choiceColumn({
      title: "Carry",
      help: "Yes moves what is left of an amount to the next invoice; default No",
      choices: yesNo,
    }),
    order: integerColumn({
      title: "Order",
      help: "percents come first, then amounts, each by this; default 1",
      min: 0,
      max: 10_000,
    }),
  },
  examples: [],
});
