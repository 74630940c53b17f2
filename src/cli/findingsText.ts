import {
  checkTitles,
  findingCodes,
  formatMoney,
  formatPeriod,
  type Finding,
  type Reconciliation,
} from "../core/api";

const SHOWN = 40;

/** A finding in one line: "error  PRICE_MISMATCH  C1 INV-7 2026-10 calls  USD −200.00: …". */
function findingLine({ code, severity, currency, difference, cause, ...about }: Finding): string {
  const { customerId, contractId, invoiceNumber, period, meter } = about;
  const subject = [contractId || customerId, invoiceNumber, period ? formatPeriod(period) : "", meter]
    .filter((part) => part !== "")
    .join(" ");
  return `  ${severity.padEnd(7)} ${code}  ${subject}  ${currency} ${formatMoney(difference, currency)}: ${cause}`;
}

/** "USD 64.00 under-billed, 0.00 over-billed". */
export const underAndOver = ({
  currency,
  underBilled,
  overBilled,
}: Reconciliation["totals"][number]): string =>
  `${currency} ${formatMoney(underBilled, currency)} under-billed, ${formatMoney(overBilled, currency)} over-billed`;

/** Findings block by block with what they come to, under- and over-billed apart. */
export function findingsText({ findings, totals }: Reconciliation): string[] {
  if (findings.length === 0) return ["Usage, contracts and invoices agree."];
  const titles = new Set(findings.map(({ code }) => checkTitles[findingCodes[code].check]));
  return [...titles].flatMap((title) => {
    const own = findings.filter(({ code }) => checkTitles[findingCodes[code].check] === title);
    const more = own.length - SHOWN;
    return [
      title,
      ...own.slice(0, SHOWN).map(findingLine),
      ...(more > 0 ? [`  and ${String(more)} more; --out and --json have all of them`] : []),
      ...totals
        .filter(({ check }) => checkTitles[check] === title)
        .map((total) => `  ${underAndOver(total)}`),
      "",
    ];
  });
}
