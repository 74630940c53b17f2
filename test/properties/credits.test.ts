import fc from "fast-check";
import type { RegisteredInvoice } from "../../src/core/documents/register";
import {
  leftToCredit,
  partsNamed,
  shareCredit,
  takeCredit,
  type TakenPart,
} from "../../src/core/invoicing/creditable";
import { partKey, taxPartsOf, type DocumentRounding, type TaxPart } from "../../src/core/invoicing/taxParts";
import { Decimal, sum, zero } from "../../src/core/money/decimal";
import { check } from "./support/check";

interface Line {
  readonly taxCode: string | undefined;
  readonly rate: number;
  readonly amount: Decimal;
}

const codes = ["STD", "LOW", "ZERO", undefined] as const;
const rates = { STD: [0.2, 0.19], LOW: [0.055, 0.09], ZERO: [0] } as const;

/** Lines that come to more than 0; some of them may be below. */
const lines = (digits: number) =>
  fc
    .array(
      fc
        .tuple(fc.constantFrom(...codes), fc.nat(1), fc.integer({ min: -9_999, max: 99_999 }))
        .map(([taxCode, which, units]): Line => ({
          taxCode,
          rate: taxCode === undefined ? 0 : (rates[taxCode][which] ?? rates[taxCode][0]),
          amount: new Decimal(units).times(new Decimal(10).pow(-digits)),
        })),
      { minLength: 1, maxLength: 6 },
    )
    .filter((all) => sum(all.map(({ amount }) => amount)).greaterThan(0));

/** A document as a register holds it: only what credits look at. */
function registered(
  number: string,
  all: readonly Line[],
  stated: { readonly tax?: Decimal; readonly corrects?: string; readonly day?: number },
): RegisteredInvoice {
  const document = {
    invoiceNumber: number,
    type: stated.corrects === undefined ? "invoice" : "credit_note",
    corrects: stated.corrects,
    tax: stated.tax,
    invoiceDate: stated.day ?? 0,
    lines: all.map(({ taxCode, rate, amount }) => ({ taxCode, taxRate: new Decimal(rate), amount })),
  };
  return document as unknown as RegisteredInvoice;
}

const nets = (parts: readonly TaxPart[]) => sum(parts.map(({ net }) => net));
const taxes = (parts: readonly TaxPart[]) => sum(parts.map(({ tax }) => tax));

/** The credit note that takes these parts, as it will be read again. */
function noteOf(taken: readonly TakenPart[], number: number): RegisteredInvoice {
  const all = taken.map(({ taxCode, rate, net }) => ({
    taxCode: taxCode === "" ? undefined : taxCode,
    rate: rate.toNumber(),
    amount: net.negated(),
  }));
  const name = `CN-${String(number).padStart(4, "0")}`;
  return registered(name, all, { tax: taxes(taken).negated(), corrects: "INV-1", day: number });
}

/** What credits are asked for one after the other: a share of what is left, of all of it or of one code. */
const wishes = fc.array(
  fc.record({ of: fc.constantFrom(...codes, undefined), percent: fc.integer({ min: 1, max: 100 }) }),
  { maxLength: 8 },
);

const cases = fc
  .record({
    digits: fc.constantFrom(0, 2, 3),
    taxRounding: fc.constantFrom("invoice" as const, "line" as const),
  })
  .chain((rounding) =>
    fc.record({ rounding: fc.constant(rounding), all: lines(rounding.digits), asked: wishes }),
  );

/** Credits an invoice by what is asked, and at last all that is left; every note is read back before the next. */
function creditAll(
  invoice: RegisteredInvoice,
  asked: readonly { readonly of: string | undefined; readonly percent: number }[],
  rounding: DocumentRounding,
): TakenPart[][] {
  const taken: TakenPart[][] = [];
  const notes: RegisteredInvoice[] = [];
  // With a code below 0, all of another code can be more than all of the invoice: then credits name none.
  const isMixed = taxPartsOf(invoice, rounding).some(({ net }) => net.lessThan(0));
  for (const { of: code, percent } of [...asked, { of: undefined, percent: 100 }]) {
    const of = isMixed ? undefined : code;
    const left = leftToCredit(invoice, notes, rounding);
    const rest = nets(partsNamed(left, of));
    const amount = rest.times(percent).dividedBy(100).toDecimalPlaces(rounding.digits);
    if (amount.lessThanOrEqualTo(0)) continue;
    const shares = shareCredit(left, amount, of, rounding.digits);
    if (!shares) throw new Error("a credit of what is left was refused");
    const parts = takeCredit(left, shares, rounding);
    expect(nets(parts).toString()).toBe(amount.toString());
    taken.push(parts);
    notes.push(noteOf(parts, notes.length + 1));
  }
  return taken;
}

/** Whether a figure lies between 0 and another, whatever its sign. */
const isBetween = (figure: Decimal, other: Decimal) =>
  figure.isZero() ||
  (figure.isNegative() === other.isNegative() && figure.abs().lessThanOrEqualTo(other.abs()));

it("credits of an invoice, one after the other, add up to it by code and rate, and never go beyond", () => {
  check(
    fc.property(cases, ({ rounding, all, asked }) => {
      const invoice = registered("INV-1", all, {});
      const parts = taxPartsOf(invoice, rounding);
      const taken = creditAll(invoice, asked, rounding);
      const left = new Map(parts.map((part) => [partKey(part), { net: part.net, tax: part.tax }]));
      for (const credit of taken.flat()) {
        const rest = left.get(partKey(credit))!;
        const after = { net: rest.net.minus(credit.net), tax: rest.tax.minus(credit.tax) };
        expect(isBetween(after.net, rest.net)).toBe(true);
        expect(isBetween(after.tax, rest.tax)).toBe(true);
        expect(credit.net.decimalPlaces()).toBeLessThanOrEqual(rounding.digits);
        expect(credit.tax.decimalPlaces()).toBeLessThanOrEqual(rounding.digits);
        left.set(partKey(credit), after);
      }
      expect([...left.values()].map(({ net, tax }) => `${net.toString()} ${tax.toString()}`)).toEqual(
        [...left].map(() => "0 0"),
      );
    }),
    400,
  );
});

it("a credit of a unit more than is left is refused", () => {
  check(
    fc.property(cases, fc.constantFrom(...codes), ({ rounding, all }, code) => {
      const left = leftToCredit(registered("INV-1", all, {}), [], rounding);
      const rest = nets(partsNamed(left, code));
      const unit = new Decimal(10).pow(-rounding.digits);
      expect(shareCredit(left, rest.plus(unit), code, rounding.digits)).toBeUndefined();
    }),
  );
});

it("the tax that another system stated is what is given back in the end", () => {
  check(
    fc.property(cases, fc.integer({ min: 0, max: 9_999 }), ({ rounding, all, asked }, units) => {
      const tax = new Decimal(units).times(new Decimal(10).pow(-rounding.digits));
      const taken = creditAll(registered("INV-1", all, { tax }), asked, rounding);
      expect(taxes(taken.flat()).toString()).toBe(tax.toString());
    }),
  );
});

it("an invoice without lines gives back its tax with its net", () => {
  const bare = {
    invoiceNumber: "INV-1",
    subtotal: new Decimal("33.33"),
    tax: new Decimal("6.67"),
    lines: [],
  };
  const rounding = { digits: 2, taxRounding: "invoice" } as const;
  const [part] = taxPartsOf(bare as unknown as RegisteredInvoice, rounding);
  expect(part?.rate.toString()).toBe("0.2");
  const left = leftToCredit(bare as unknown as RegisteredInvoice, [], rounding);
  const [taken] = takeCredit(left, shareCredit(left, new Decimal(10), "ANY", 2)!, rounding);
  expect([taken!.net, taken!.tax].map(String)).toEqual(["10", "2"]);
});

it("an empty share takes nothing", () => {
  const left: TaxPart[] = [
    { taxCode: "STD", rate: new Decimal(0.2), net: new Decimal(10), tax: new Decimal(2) },
  ];
  expect(takeCredit(left, [], { digits: 2, taxRounding: "invoice" })).toEqual([]);
  expect(shareCredit(left, zero, undefined, 2)).toEqual([]);
});
