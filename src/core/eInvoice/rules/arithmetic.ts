import { amountOf, groupsOf, termsOf, textOf, type Group, type TermId } from "../semantic";
import type { SyntaxId } from "../syntax/syntaxes";
import { countries } from "./codeLists";
import { amountOrZero, document, fatal, groups, isThere, needsOneOf, sumOf, toCents } from "./make";
import type { Rule } from "./rule";

const totals = groups("BG-22");
const lines = groups("BG-25");

/** A total that is the sum of what stands in groups; both may be missing together. */
const isSumOf =
  (total: TermId, id: "BG-20" | "BG-21", amount: TermId): Rule["holds"] =>
  (group, invoice) => {
    const parts = groupsOf(invoice, id);
    const stated = amountOf(group, total);
    if (stated === undefined) return !isThere(group, total) && parts.length === 0;
    return stated.equals(toCents(sumOf(parts, amount)));
  };

/** A whole unit apart is too far in UBL, and not in CII. */
const isTaxOf =
  (syntax: SyntaxId): Rule["holds"] =>
  (group) => {
    const rate = amountOf(group, "BT-119");
    const tax = amountOf(group, "BT-117");
    const base = amountOf(group, "BT-116");
    if (tax === undefined) return false;
    if (rate === undefined || rate.round().isZero()) return tax.round().isZero();
    if (base === undefined) return false;
    const apart = tax
      .abs()
      .minus(toCents(base.abs().times(rate).dividedBy(100)))
      .abs();
    return syntax === "cii" ? apart.lessThanOrEqualTo(1) : apart.lessThan(1);
  };

/** What is to pay, as each syntax counts it: UBL rounds sums of more than one amount, CII none. */
const isDue =
  (syntax: SyntaxId): Rule["holds"] =>
  (group) => {
    const due = amountOf(group, "BT-115");
    const total = amountOf(group, "BT-112");
    if (due === undefined || total === undefined) return false;
    const open = total.minus(amountOrZero(group, "BT-113"));
    const rounding = amountOrZero(group, "BT-114");
    if (syntax === "cii") return due.equals(open.plus(rounding));
    const stated = isThere(group, "BT-114") ? toCents(due.minus(rounding)) : due;
    return stated.equals(isThere(group, "BT-113") ? toCents(open) : total);
  };

const isNet =
  (syntax: SyntaxId): Rule["holds"] =>
  (group) => {
    const net = amountOf(group, "BT-109");
    const sum = amountOf(group, "BT-106");
    if (net === undefined || sum === undefined) return false;
    const more = amountOrZero(group, "BT-108").minus(amountOrZero(group, "BT-107"));
    const isSum = syntax === "cii" || isThere(group, "BT-107") || isThere(group, "BT-108");
    return net.equals(isSum ? toCents(sum.plus(more)) : sum);
  };

/** The tax of the document in its own currency. */
const taxOf = (invoice: Group) =>
  totals(invoice)
    .flatMap((group) => termsOf(group, "BT-110"))
    .filter(({ scheme }) => scheme === textOf(invoice, "BT-5"));

/** Net and tax make the total; in CII a total without tax need not say so. */
const isGross =
  (syntax: SyntaxId): Rule["holds"] =>
  (_, invoice) => {
    if (!isThere(invoice, "BT-5")) return true;
    const [group] = totals(invoice);
    const [tax, ...more] = taxOf(invoice);
    const gross = amountOf(group, "BT-112");
    const net = amountOf(group, "BT-109");
    if (gross === undefined || net === undefined) return false;
    if (syntax === "cii" && gross.equals(net)) return true;
    return tax !== undefined && more.length === 0 && gross.equals(toCents(net.plus(tax.text.trim())));
  };

/** Tax is the sum of the taxes by category; what CII asks of it in its currency, UBL asks where there are any. */
const isSumOfTaxes =
  (syntax: SyntaxId): Rule["holds"] =>
  (_, invoice) => {
    const parts = groupsOf(invoice, "BG-23");
    const total = toCents(sumOf(parts, "BT-117"));
    const taxes = taxOf(invoice);
    if (syntax === "cii") return taxes.every(({ text }) => total.equals(text.trim()));
    const stated = taxes[0] ?? totals(invoice).flatMap((group) => termsOf(group, "BT-110"))[0];
    return parts.length === 0 || (stated !== undefined && total.equals(stated.text.trim()));
  };

const PREFIXES = ` ${[...countries].join(" ")} EL `;

/** A VAT number begins with the code of a country; the rule looks for its first two signs in the list as one text. */
const hasCountry = (group: Group, id: TermId) =>
  termsOf(group, id).every(({ text }) => PREFIXES.includes(text.slice(0, 2)));

const reasoned = (id: string, text: TermId, code: TermId, of: Rule["of"], subject: string) =>
  needsOneOf(id, [text, code], of, `${subject} has a reason`);

/** Sums that the syntaxes round in their own ways. */
const sums = (syntax: SyntaxId): readonly Rule[] => [
  fatal(
    "BR-CO-13",
    "BT-109",
    totals,
    "lines, allowances and charges make the total without tax",
    isNet(syntax),
  ),
  fatal("BR-CO-14", "BT-110", document, "the taxes add up to the tax", isSumOfTaxes(syntax)),
  fatal("BR-CO-15", "BT-112", document, "net and tax make the total", isGross(syntax)),
  fatal("BR-CO-16", "BT-115", totals, "what is to pay is the total less what was paid", isDue(syntax)),
  fatal("BR-CO-17", "BT-117", groups("BG-23"), "a tax is its base at its rate", isTaxOf(syntax)),
];

const rulesOfBoth: readonly Rule[] = [
  fatal(
    "BR-CO-03",
    "BT-7",
    document,
    "a tax point is a date or a code, not both",
    (group) => !(isThere(group, "BT-7") && isThere(group, "BT-8")),
  ),
  fatal("BR-CO-04", "BT-151", lines, "a line has a tax category", (group) =>
    groupsOf(group, "BG-30").some((tax) => isThere(tax, "BT-151")),
  ),
  fatal("BR-CO-09", "BT-31", groups("BG-4"), "a VAT number begins with a country's code", (group) =>
    hasCountry(group, "BT-31"),
  ),
  fatal("BR-CO-09", "BT-48", groups("BG-7"), "a VAT number begins with a country's code", (group) =>
    hasCountry(group, "BT-48"),
  ),
  fatal("BR-CO-09", "BT-63", groups("BG-11"), "a VAT number begins with a country's code", (group) =>
    hasCountry(group, "BT-63"),
  ),
  fatal(
    "BR-CO-10",
    "BT-106",
    totals,
    "the lines add up to the subtotal",
    (group, invoice) => amountOf(group, "BT-106")?.equals(toCents(sumOf(lines(invoice), "BT-131"))) === true,
  ),
  fatal("BR-CO-11", "BT-107", totals, "allowances add up", isSumOf("BT-107", "BG-20", "BT-92")),
  fatal("BR-CO-12", "BT-108", totals, "charges add up", isSumOf("BT-108", "BG-21", "BT-99")),
  fatal(
    "BR-CO-18",
    "BT-118",
    document,
    "it has a tax, if only one of 0 %",
    (group) => groupsOf(group, "BG-23").length > 0,
  ),
  fatal(
    "BR-CO-19",
    "BT-73",
    groups("BG-14"),
    "the period has a day",
    (group, invoice) => isThere(group, "BT-73") || isThere(group, "BT-74") || isThere(invoice, "BT-8"),
  ),
  fatal(
    "BR-CO-20",
    "BT-134",
    groups("BG-25", "BG-26"),
    "a line's period has a day",
    (group) => isThere(group, "BT-134") || isThere(group, "BT-135"),
  ),
  reasoned("BR-CO-21", "BT-97", "BT-98", groups("BG-20"), "an allowance"),
  reasoned("BR-CO-22", "BT-104", "BT-105", groups("BG-21"), "a charge"),
  reasoned("BR-CO-23", "BT-139", "BT-140", groups("BG-25", "BG-27"), "an allowance of a line"),
  reasoned("BR-CO-24", "BT-144", "BT-145", groups("BG-25", "BG-28"), "a charge of a line"),
  fatal("BR-CO-26", "BT-31", groups("BG-4"), "the seller has a VAT number or another one", (group) =>
    (["BT-31", "BT-29", "BT-30"] as const).some((id) => isThere(group, id)),
  ),
];

/** How the figures of an invoice hang together: the rules BR-CO of EN 16931. */
export const arithmeticRules = (syntax: SyntaxId): readonly Rule[] => [...rulesOfBoth, ...sums(syntax)];
