import { lastDays } from "./proration";
import { roundedAs } from "./rounding";
import { numbersOf, sumOf, type FunctionRunner, type FunctionRunners } from "./sheet";

/** The used amount is rounded first. */
const trueUp: FunctionRunner = async ({ params, input }, sheet) => {
  const used = await roundedAs(params, input.number("usedAmount"), sheet);
  return { figures: { amount: await sheet.number("COMMIT_TRUE_UP", used, params.number("minAmount")) } };
};

const invoiceMinimum: FunctionRunner = async ({ params, input }, sheet) => {
  const billed = sumOf(numbersOf(input, "fees"));
  const amount = await sheet.number("COMMIT_TRUE_UP", billed, params.number("minAmount"));
  return { figures: { amount, total: sumOf([billed, amount]) } };
};

/** Fee and commitment of a part of the period; the commitment by the fraction of days. */
const prorated: FunctionRunner = async ({ params }, sheet) => {
  const days = lastDays(params.number("activeDays"), params.number("periodDays"));
  const fee = await sheet.number("PRORATE", params.number("planAmount"), ...days);
  const billed = await sheet.number("ROUND_MONEY", fee);
  const fraction = await sheet.number("PRORATE", 1, ...days);
  const missing = await sheet.number("COMMIT_TRUE_UP", billed, params.number("minAmount"), fraction);
  return { figures: { amount: await sheet.number("ROUND_MONEY", missing) } };
};

export const commitmentRunners: FunctionRunners = {
  true_up: trueUp,
  invoice_minimum: invoiceMinimum,
  invoice_minimum_prorated: prorated,
};
