import { parseTerms } from "../../../src/core/calendar/terms";
import { sum, zero, type Decimal } from "../../../src/core/money/decimal";
import { earlyDiscount } from "../../../src/core/payments/earlyDiscount";
import { matchPayment } from "../../../src/core/payments/matchPayment";
import type { Day } from "../../../src/core/calendar/day";
import { matchInCells, type OpenItem, type Paid } from "../cells/payments";
import { difference, sumOf, type Sheet } from "../cells/sheet";
import { accepted, invoiceRow, ledgerOf, paymentRow, proposalsOf, settingRows } from "../engine/receivables";
import { someDay, type Fields, type Vector } from "../vector";
import type { Ways } from "../ways";

/** One invoice, and one payment whose text names it: what becomes of both by the rules of receivables. */
function paidAlone(
  amount: Decimal,
  invoiced: Day,
  paid: Decimal,
  paidOn: Day,
  settings: Readonly<Record<string, string | number>>,
) {
  const tables = {
    Settings: settingRows({ Currency: "EUR", ...settings }),
    Invoices: [invoiceRow("INV-1", amount, invoiced)],
    Payments: [paymentRow("P1", paid, paidOn, { Reference: "INV-1" })],
  };
  const ledger = ledgerOf(tables, paidOn);
  const [match] = proposalsOf(ledger).matches;
  const ofKind = (kind: string) =>
    sum((match?.shares ?? []).filter((share) => share.kind === kind).map((share) => share.amount));
  const after = accepted(ledger).ledger;
  return {
    fit: {
      matched: match?.confidence === "high",
      writtenOff: ofKind("write_off"),
      discount: ofKind("discount"),
    },
    remaining: after.openOf(after.documents[0]!),
    left: after.leftOf(after.payments[0]!.receipt),
  };
}

/** What the function gives neither to an invoice nor back. */
const writtenOff = (payment: number, { applied, unapplied }: Paid) =>
  difference(payment, sumOf([...Object.values(applied), unapplied]));

function toleranceOf({ params, input }: Vector): Decimal {
  return params.has("tolerance")
    ? params.decimal("tolerance")
    : input.decimal("invoice").times(params.decimal("tolerance_percent")).dividedBy(100);
}

/** A payment for one invoice, equal or nearly so. */
export const payWithin: Ways = {
  engine: (vector) => {
    const { params, input } = vector;
    if (params.has("tolerance")) {
      // A tolerance in money both ways: what is too much is written off as well.
      const { fit } = paidAlone(input.decimal("invoice"), someDay, input.decimal("payment"), someDay, {
        "Payment tolerance": params.number("tolerance"),
        Overpayment: "Write off",
      });
      const left_on_payment = fit.matched ? zero : null;
      return { figures: { matched: fit.matched, written_off: fit.writtenOff, left_on_payment } };
    }
    const items = [{ number: "INV-1", balance: input.decimal("invoice") }];
    const match = matchPayment(input.decimal("payment"), "", items, toleranceOf(vector));
    // Nothing is written off: what is not applied stays where it is.
    const [written_off, left_on_payment] = match.ok ? [zero, match.unapplied] : [null, null];
    return { figures: { matched: match.ok, written_off, left_on_payment } };
  },
  functions: async (vector, sheet) => {
    const [balance, payment] = [vector.input.number("invoice"), vector.input.number("payment")];
    const items = [{ number: "INV-1", balance }];
    const paid = await matchInCells(sheet, payment, "", items, toleranceOf(vector).toNumber());
    if (typeof paid === "string")
      return { figures: { matched: false, written_off: null, left_on_payment: null } };
    const written_off = writtenOff(payment, paid);
    return { figures: { matched: true, written_off, left_on_payment: paid.unapplied } };
  },
};

/** The rest of a payment for an invoice that its text names. */
export const payRest: Ways = {
  engine: ({ params, input }) => {
    const payment = input.fields("payment");
    const rest = payment.decimal("amount").minus(payment.decimal("already_applied"));
    const item = { number: "INV-1", balance: input.decimal("invoice") };
    const match = matchPayment(rest, item.number, [item], params.decimal("write_off_limit"));
    if (!match.ok) throw new Error(match.reason);
    const { applied } = match.applications[0]!;
    const left_on_invoice = item.balance.minus(applied);
    const matched = left_on_invoice.isZero() ? "full" : "partial";
    return { figures: { matched, applied, left_on_invoice, written_off: zero } };
  },
  functions: async ({ params, input }, sheet) => {
    const payment = input.fields("payment");
    const rest = difference(payment.number("amount"), payment.number("already_applied"));
    const item = { number: "INV-1", balance: input.number("invoice") };
    const paid = await matchInCells(sheet, rest, item.number, [item], params.number("write_off_limit"));
    if (typeof paid === "string") return undefined;
    const applied = paid.applied[item.number]!;
    const left_on_invoice = difference(item.balance, applied);
    const matched = left_on_invoice === 0 ? "full" : "partial";
    return { figures: { matched, applied, left_on_invoice, written_off: writtenOff(rest, paid) } };
  },
};

/** A discount of a fixed amount, as the percentage of the invoice that terms state. */
const percentOf = (invoice: Fields) =>
  invoice.decimal("discount").dividedBy(invoice.decimal("amount")).times(100).toString();

/** What paying on that day takes off an invoice whose discount ends on a given day. */
function discountOf(invoice: Fields, paid: number): Decimal {
  const terms = parseTerms(`${percentOf(invoice)}/10 Net 30`)!;
  return earlyDiscount(invoice.decimal("amount"), invoice.day("discount_date") - 10, paid, terms);
}

/** The same in cells; where a late discount is accepted, its days last until then. */
function discountInCells(
  sheet: Sheet,
  invoice: Fields,
  paidOn: number,
  acceptsLate: boolean,
): Promise<number> {
  const invoiced = invoice.day("discount_date") - 10;
  const last = invoice.day(acceptsLate ? "discount_tolerance_date" : "discount_date");
  const terms = `${percentOf(invoice)}/${String(last - invoiced)} Net 30`;
  return sheet.number("EARLY_DISCOUNT", invoice.number("amount"), invoiced, paidOn, terms);
}

const invoicesIn = ({ input }: Vector) =>
  input.has("invoices") ? input.fieldsList("invoices") : [input.fields("invoice")];

const toleranceName = ({ params }: Vector) =>
  params.has("max_payment_tolerance") ? "max_payment_tolerance" : "max_payment_tolerance_per_invoice";

const allNumbers = (items: readonly { readonly number: string }[]) =>
  items.map(({ number }) => number).join(", ");

/** Invoices paid together, each less its discount on that day; the payment's text names them all. */
export const payDiscounted: Ways = {
  engine: (vector) => {
    const invoices = invoicesIn(vector);
    const payment = vector.input.fields("payment");
    const [invoice] = invoices;
    if (vector.params.has("discount_grace_days") && invoice) {
      const paidOn = payment.day("date");
      const accepts = vector.params.value("accept_late_discount") === true;
      const grace = accepts ? vector.params.number("discount_grace_days") : 0;
      const { fit, remaining, left } = paidAlone(
        invoice.decimal("amount"),
        invoice.day("discount_date") - 10,
        payment.decimal("amount"),
        paidOn,
        {
          "Payment terms": `${percentOf(invoice)}/10 Net 30`,
          "Payment tolerance": vector.params.number("max_payment_tolerance"),
          "Discount grace days": grace,
          Overpayment: "Write off",
        },
      );
      return {
        figures: {
          closed: fit.matched,
          expected_payment: invoice.decimal("amount").minus(discountOf(invoice, paidOn - grace)),
          tolerance_written_off: fit.writtenOff,
          discount_taken: fit.discount,
          remaining_on_invoice: remaining,
          remaining_on_payment: left,
        },
      };
    }
    const discounts = invoices.map((invoice) => discountOf(invoice, payment.day("date")));
    const items = invoices.map((invoice, index) => ({
      number: `INV-${String(index)}`,
      balance: invoice.decimal("amount").minus(discounts[index]!),
    }));
    const tolerance = vector.params.decimal(toleranceName(vector));
    const match = matchPayment(payment.decimal("amount"), allNumbers(items), items, tolerance);
    if (!match.ok) throw new Error(match.reason);
    const expected_payment = sum(items.map(({ balance }) => balance));
    const remaining = expected_payment.minus(sum(match.applications.map(({ applied }) => applied)));
    return {
      figures: {
        closed: remaining.isZero(),
        expected_payment,
        tolerance_written_off: zero,
        discount_taken: sum(discounts),
        remaining_on_invoice: remaining,
        remaining_on_payment: match.unapplied,
      },
    };
  },
  functions: async (vector, sheet) => {
    const { params, input } = vector;
    const payment = input.fields("payment");
    const [discounts, items]: [number[], OpenItem[]] = [[], []];
    for (const [index, invoice] of invoicesIn(vector).entries()) {
      const accepts = invoice.value("accept_late_discount") ?? params.value("accept_late_discount");
      const discount = await discountInCells(sheet, invoice, payment.day("date"), accepts === true);
      discounts.push(discount);
      const balance = difference(invoice.number("amount"), discount);
      items.push({ number: `INV-${String(index + 1)}`, balance });
    }
    const tolerance = params.number(toleranceName(vector));
    const paid = await matchInCells(sheet, payment.number("amount"), allNumbers(items), items, tolerance);
    if (typeof paid === "string") return undefined;
    const expected_payment = sumOf(items.map(({ balance }) => balance));
    const remaining = difference(expected_payment, sumOf(Object.values(paid.applied)));
    return {
      figures: {
        // Nothing is left on either side.
        closed: remaining === 0 && paid.unapplied === 0,
        expected_payment,
        tolerance_written_off: writtenOff(payment.number("amount"), paid),
        discount_taken: sumOf(discounts),
        remaining_on_invoice: remaining,
        remaining_on_payment: paid.unapplied,
      },
    };
  },
};
