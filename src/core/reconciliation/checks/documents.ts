import { groupBy } from "../../base/groupBy";
import { contains, overlap, formatPeriod } from "../../calendar/period";
import { formatLongPeriod } from "../../calendar/longDate";
import { formatMoney } from "../../money/format";
import type { RegisteredInvoice, RegisteredLine } from "../../documents/register";
import { sum, zero, type Decimal } from "../../money/decimal";
import { daysOfInvoice } from "../checkedPeriods";
import type { Check, ReconcileContext } from "../context";
import { finding, type Finding } from "../finding";

function netOf(invoice: RegisteredInvoice): Decimal {
  if (invoice.lines.length > 0) return sum(invoice.lines.map(({ amount }) => amount));
  return invoice.subtotal ?? invoice.total?.minus(invoice.tax ?? zero) ?? zero;
}

function currencyOf(
  invoice: { readonly currency: string | undefined } | undefined,
  context: ReconcileContext,
): string {
  return invoice?.currency ?? context.settings.currency;
}

const isStanding = ({ isVoid }: RegisteredInvoice) => !isVoid;
const isInvoice = (invoice: RegisteredInvoice) => isStanding(invoice) && invoice.type !== "credit_note";

/** Two documents of one contract, period and amount. */
export const duplicateInvoices: Check = (context) => {
  const keyed = context.register.invoices.filter(isInvoice).flatMap((invoice) => {
    const days = daysOfInvoice(invoice);
    const contractId = invoice.contractId ?? invoice.lines[0]?.contractId;
    return days && contractId
      ? [{ invoice, days, key: `${contractId}|${formatPeriod(days)}|${netOf(invoice).toString()}` }]
      : [];
  });
  return [...groupBy(keyed, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ invoice }) => invoice.invoiceNumber !== first!.invoice.invoiceNumber)
      .map(({ invoice, days }) =>
        finding({
          code: "DUPLICATE_INVOICE",
          customerId: invoice.customerId ?? "",
          contractId: invoice.contractId ?? "",
          invoiceNumber: invoice.invoiceNumber,
          period: days,
          found: netOf(invoice),
          currency: currencyOf(invoice, context),
          cause: `${first!.invoice.invoiceNumber} bills the same contract, period and amount`,
          source: invoice.at,
        }),
      ),
  );
};

/** One number on several documents. */
export const duplicateNumbers: Check = (context) =>
  [...groupBy(context.register.invoices.filter(isStanding), ({ invoiceNumber }) => invoiceNumber).values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const [first, second] = group as [RegisteredInvoice, RegisteredInvoice];
      const cause = `the number stands on ${String(group.length)} documents, first in row ${String(first.at.row + 1)}`;
      const { invoiceNumber, customerId = "", contractId = "", at: source } = second;
      return finding({
        code: "DUPLICATE_NUMBER",
        invoiceNumber,
        customerId,
        contractId,
        currency: currencyOf(second, context),
        cause,
        source,
      });
    });

/** The lines of each contract that a document bills, with the document's net where it has no lines. */
function billedContracts(context: ReconcileContext): {
  contractId: string;
  lines: readonly RegisteredLine[];
  invoice: RegisteredInvoice | undefined;
  net: Decimal;
}[] {
  const { register } = context;
  const byDocument = groupBy(register.lines, (line) => `${line.contractId}|${line.invoiceNumber}`);
  const invoicesOf = groupBy(register.invoices, ({ invoiceNumber }) => invoiceNumber);
  const fromLines = [...byDocument.values()].map((lines) => ({
    contractId: lines[0]!.contractId,
    lines,
    invoice: invoicesOf.get(lines[0]!.invoiceNumber)?.[0],
    net: sum(lines.map(({ amount }) => amount)),
  }));
  const bare = register.invoices.filter(
    (invoice) => isStanding(invoice) && invoice.lines.length === 0 && invoice.contractId !== undefined,
  );
  return [
    ...fromLines,
    ...bare.map((invoice) => ({ contractId: invoice.contractId!, lines: [], invoice, net: netOf(invoice) })),
  ];
}

/** Documents under contracts that are not known. */
export const invoicesWithoutContract: Check = (context) => {
  const known = new Set(context.catalog.contracts.map(({ contractId }) => contractId));
  return billedContracts(context)
    .filter(
      ({ contractId }) =>
        contractId !== "" && !known.has(contractId) && !context.catalog.unreadable.has(contractId),
    )
    .map(({ contractId, lines, invoice, net }) =>
      finding({
        code: "INVOICE_WITHOUT_CONTRACT",
        contractId,
        customerId: invoice?.customerId ?? "",
        invoiceNumber: invoice?.invoiceNumber ?? lines[0]!.invoiceNumber,
        period: lines[0]?.period,
        found: net,
        currency: currencyOf(invoice, context),
        cause: `contract ${contractId} is not in Contracts`,
        source: lines[0]?.at ?? invoice?.at,
      }),
    );
};

/** Lines, or documents without lines, for days on which the contract was not in force. */
export const expiredContracts: Check = (context) => {
  const byId = new Map(context.catalog.contracts.map((contract) => [contract.contractId, contract]));
  return billedContracts(context).flatMap(({ contractId, lines, invoice }): Finding[] => {
    const contract = byId.get(contractId);
    if (!contract) return [];
    const days = invoice && lines.length === 0 ? daysOfInvoice(invoice) : undefined;
    const entries =
      lines.length > 0
        ? lines.map((line) => ({ period: line.period, amount: line.amount, at: line.at, kind: line.kind }))
        : [{ period: days, amount: invoice ? netOf(invoice) : zero, at: invoice?.at, kind: undefined }];
    const expired = entries.filter(
      ({ period, kind }) => kind !== "adjustment" && period && !overlap(period, contract.service),
    );
    const [first] = expired;
    if (!first) return [];
    return [
      finding({
        code: "EXPIRED_CONTRACT_BILLED",
        customerId: contract.customer.customerId,
        contractId,
        invoiceNumber: invoice?.invoiceNumber ?? lines[0]!.invoiceNumber,
        period: first.period,
        found: sum(expired.map(({ amount }) => amount)),
        currency: contract.currency,
        cause: `the contract was in force ${formatLongPeriod(contract.service)}`,
        source: first.at,
      }),
    ];
  });
};

/** Documents in another currency than their contract's; their amounts are not compared. */
export const currencies: Check = (context) => {
  const byId = new Map(context.catalog.contracts.map((contract) => [contract.contractId, contract]));
  return billedContracts(context).flatMap(({ contractId, invoice, lines }): Finding[] => {
    const contract = byId.get(contractId);
    if (!contract || invoice?.currency === undefined || invoice.currency.toUpperCase() === contract.currency)
      return [];
    const { invoiceNumber, currency, at: source } = invoice;
    const cause = `billed in ${currency}, the contract is in ${contract.currency}; the amounts cannot be compared`;
    const period = lines[0]?.period ?? daysOfInvoice(invoice);
    return [
      finding({
        code: "CURRENCY_MISMATCH",
        customerId: contract.customer.customerId,
        contractId,
        invoiceNumber,
        period,
        currency,
        cause,
        source,
      }),
    ];
  });
};

/** Credit notes without a reason, and credits beyond what the invoice was for. */
export const credits: Check = (context) => {
  const { invoices } = context.register;
  const notes = invoices.filter((invoice) => isStanding(invoice) && invoice.type === "credit_note");
  const base = (invoice: RegisteredInvoice) => ({
    customerId: invoice.customerId ?? "",
    contractId: invoice.contractId ?? "",
    invoiceNumber: invoice.invoiceNumber,
    currency: currencyOf(invoice, context),
    source: invoice.at,
  });
  const withoutReason = notes
    .filter(({ reasonCode }) => reasonCode === undefined)
    .map((note) =>
      finding({ ...base(note), code: "CREDIT_WITHOUT_REASON", cause: "the credit note has no reason code" }),
    );
  const invoicesOf = groupBy(invoices, ({ invoiceNumber }) => invoiceNumber);
  const withoutReasonYet = context.catalog.adjustments
    .filter(({ reasonCode, date }) => reasonCode === undefined && contains(context.run, date))
    .map(({ amount, contractId = "", customerId = "", reasonAt: source }) => {
      const contract = context.catalog.contracts.find((each) => each.contractId === contractId);
      const currency = contract?.currency ?? context.settings.currency;
      const cause = `the adjustment of ${formatMoney(amount, currency)} has no reason code and is not billed`;
      return finding({
        code: "CREDIT_WITHOUT_REASON",
        contractId,
        customerId: contract?.customer.customerId ?? customerId,
        currency,
        cause,
        source,
      });
    });
  const overCredited = [
    ...groupBy(
      notes.filter(({ corrects }) => corrects !== undefined),
      ({ corrects }) => corrects!,
    ),
  ].flatMap(([number, group]): Finding[] => {
    const original = invoicesOf.get(number)?.[0];
    const credited = sum(group.map(netOf)).negated();
    if (!original || credited.lessThanOrEqualTo(netOf(original))) return [];
    const currency = currencyOf(original, context);
    const cause = `${formatMoney(credited, currency)} was credited of ${formatMoney(netOf(original), currency)}`;
    return [
      finding({
        ...base(original),
        code: "OVER_CREDITED",
        expected: credited,
        found: netOf(original),
        cause,
      }),
    ];
  });
  return [...withoutReason, ...withoutReasonYet, ...overCredited];
};

/** Numbers missing between the first and last final number of a series. */
export const numberGaps: Check = (context) => {
  const final = context.register.invoices.filter(({ isFinal }) => isFinal);
  const series = groupBy(
    final.flatMap((invoice) => {
      const match = /^(.*?)(\d+)$/.exec(invoice.invoiceNumber);
      return match
        ? [{ invoice, prefix: match[1]!, digits: match[2]!.length, number: Number(match[2]) }]
        : [];
    }),
    ({ prefix, digits }) => `${prefix}|${String(digits)}`,
  );
  return [...series.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => a.number - b.number);
    const span = sorted[sorted.length - 1]!.number - sorted[0]!.number + 1;
    // Numbers with more holes than documents are ids of another system, not a sequence that lost some.
    if (span > 2 * sorted.length) return [];
    return sorted.flatMap((each, index): Finding[] => {
      const before = sorted[index - 1];
      const missing = before ? each.number - before.number - 1 : 0;
      if (missing < 1) return [];
      const { invoiceNumber, at: source } = each.invoice;
      const cause = `${String(missing)} ${missing === 1 ? "number is" : "numbers are"} missing before it, after ${before!.invoice.invoiceNumber}`;
      return [
        finding({
          code: "INVOICE_NUMBER_GAP",
          invoiceNumber,
          currency: currencyOf(each.invoice, context),
          cause,
          source,
        }),
      ];
    });
  });
};
