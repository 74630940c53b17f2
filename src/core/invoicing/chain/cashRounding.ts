import { parseCashRule, toCash } from "../../money/cashRule";
import { one, sum, zero, type Decimal } from "../../money/decimal";
import { formatMoney } from "../../money/format";
import type { InvoiceLine } from "../invoice";
import { addingLines } from "./bill";

/** The total of a document rounded to what coins can pay, by a line without tax: 10.09 to 0.05 is 10.10. */
export const cashRounding = addingLines(
  ({ lines, taxes, charges, currency }, { settings, run }): InvoiceLine[] => {
    const rule = parseCashRule(settings.cashRounding);
    if (rule?.currency !== currency || lines.length === 0) return [];
    const total = sum([...lines.map(({ amount }) => amount), ...taxes.map(({ tax }) => tax)]);
    const rounded = toCash(total, rule);
    const amount = rounded.minus(total);
    if (amount.isZero()) return [];
    const show = (figure: Decimal) => formatMoney(figure, currency);
    return [
      {
        contractId: charges[0].contract.contractId,
        priceId: "",
        product: "Rounding",
        description: "Cash rounding",
        kind: "rounding",
        tier: "",
        period: run.period,
        quantity: one,
        unit: "",
        unitPrice: amount,
        flatFee: zero,
        amount,
        taxCode: "",
        taxRate: zero,
        sourceRows: 0,
        explanation: `total rounded to ${show(rule.multiple)}: ${show(rounded)} − ${show(total)} = ${show(amount)}`,
        item: undefined,
      },
    ];
  },
);
