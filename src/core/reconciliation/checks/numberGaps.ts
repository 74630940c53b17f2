import { groupBy } from "../../base/groupBy";
import { currencyOf } from "../billedDocuments";
import type { Check } from "../check";
import { finding, type Finding } from "../finding";

/** How many digits a number ends with; counted from the end, so that a long one costs no more than its length. */
function trailingDigits(text: string): number {
  let length = 0;
  while (length < text.length && /\d/.test(text[text.length - 1 - length] ?? "")) length++;
  return length;
}

/** Numbers missing between the first and last final number of a series. */
export const numberGaps: Check = (context) => {
  const final = context.register.invoices.filter(({ isFinal }) => isFinal);
  const series = groupBy(
    final.flatMap((invoice) => {
      const { invoiceNumber } = invoice;
      const digits = trailingDigits(invoiceNumber);
      if (digits === 0) return [];
      const prefix = invoiceNumber.slice(0, -digits);
      return [{ invoice, prefix, digits, number: Number(invoiceNumber.slice(-digits)) }];
    }),
    ({ prefix, digits }) => `${prefix}|${String(digits)}`,
  );
  return [...series.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => a.number - b.number);
    const span = sorted[sorted.length - 1]!.number - sorted[0]!.number + 1;
    // Numbers with more holes than documents are ids of another system, not a sequence that lost some.
    if (span > 2 * sorted.length) return [];
    return sorted.flatMap((numbered, index): Finding[] => {
      const before = sorted[index - 1];
      const missing = before ? numbered.number - before.number - 1 : 0;
      if (missing < 1) return [];
      const { invoiceNumber, at: source } = numbered.invoice;
      const cause = `${String(missing)} ${missing === 1 ? "number is" : "numbers are"} missing before it, after ${before!.invoice.invoiceNumber}`;
      return [
        finding({
          code: "INVOICE_NUMBER_GAP",
          invoiceNumber,
          currency: currencyOf(numbered.invoice, context),
          cause,
          source,
        }),
      ];
    });
  });
};
