import { parseCashRule, toCash } from "../../money/cashRule";
import { sum, type Decimal } from "../../money/decimal";
import { formatMoney } from "../../money/format";
import { addingLines, ruleLine } from "./bill";

/** The total of a document rounded to what coins can pay, by a line without tax: 10.09 to 0.05 is 10.10. */
export const cashRounding = addingLines(({ lines, taxes, charges, currency }, { settings, run }) => {
  const rule = parseCashRule(settings.cashRounding);
  if (rule?.currency !== currency || lines.length === 0) return [];
  const total = sum([...lines.map(({ amount }) => amount), ...taxes.map(({ tax }) => tax)]);
  const rounded = toCash(total, rule);
  const amount = rounded.minus(total);
  if (amount.isZero()) return [];
  const show = (figure: Decimal) => formatMoney(figure, currency);
  return [
    ruleLine({
      contractId: charges[0].contract.contractId,
      priceId: "",
      product: "Rounding",
      description: "Cash rounding",
      kind: "rounding",
      period: run.period,
      amount,
      taxCode: "",
      explanation: `total rounded to ${show(rule.multiple)}: ${show(rounded)} − ${show(total)} = ${show(amount)}`,
    }),
  ];
});
