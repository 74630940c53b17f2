import { one, zero, type Decimal } from "../../money/decimal";
import {
  amountOf,
  groupsOf,
  numberOf,
  termsOf,
  textOf,
  type Group,
  type GroupId,
  type TermId,
} from "../semantic";
import { amountsOf } from "./codes";
import { amountOrZero, document, fatal, groups, isThere, sumOf, toCents } from "./make";
import { isGerman } from "./national/countries";
import { nationalRules } from "./national/registry";
import { peppolCodeRules } from "./peppolCodes";
import { peppolNumberRules } from "./peppolNumbers";
import type { Rule } from "./rule";

const PROCESS = /^urn:fdc:peppol\.eu:2017:poacc:billing:\d{2}:1\.0$/;
const SPECIFICATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";

const seller = groups("BG-4");
const buyer = groups("BG-7");

const near = (a: Decimal, b: Decimal) => a.minus(b).abs().lessThanOrEqualTo("0.02");

interface AllowanceTerms {
  readonly of: Rule["of"];
  readonly percent: TermId;
  readonly base: TermId;
  readonly amount: TermId;
}

const allowances: readonly AllowanceTerms[] = [
  { of: groups("BG-20"), percent: "BT-94", base: "BT-93", amount: "BT-92" },
  { of: groups("BG-21"), percent: "BT-101", base: "BT-100", amount: "BT-99" },
  { of: groups("BG-25", "BG-27"), percent: "BT-138", base: "BT-137", amount: "BT-136" },
  { of: groups("BG-25", "BG-28"), percent: "BT-143", base: "BT-142", amount: "BT-141" },
];

const allowanceRules: readonly Rule[] = allowances.flatMap(({ of, percent, base, amount }) => [
  fatal(
    "PEPPOL-EN16931-R041",
    base,
    of,
    "a percentage has a base",
    (group) => !isThere(group, percent) || isThere(group, base),
  ),
  fatal(
    "PEPPOL-EN16931-R042",
    percent,
    of,
    "a base has a percentage",
    (group) => !isThere(group, base) || isThere(group, percent),
  ),
  fatal(
    "PEPPOL-EN16931-R040",
    amount,
    of,
    "an allowance or charge is its percentage of its base",
    (group) => {
      const of100 = amountOf(group, percent);
      const from = amountOf(group, base);
      return (
        of100 === undefined ||
        from === undefined ||
        near(amountOrZero(group, amount), from.times(of100).dividedBy(100))
      );
    },
  ),
]);

const price = (line: Group) => groupsOf(line, "BG-29")[0];

const isProduct: Rule["holds"] = (line) => {
  const per = amountOf(price(line), "BT-149");
  const quantity = isThere(line, "BT-129") ? amountOrZero(line, "BT-129") : one;
  const unitPrice = amountOrZero(price(line), "BT-146").dividedBy(
    per === undefined || per.isZero() ? one : per,
  );
  const charges = toCents(sumOf(groupsOf(line, "BG-28"), "BT-141"));
  const less = toCents(sumOf(groupsOf(line, "BG-27"), "BT-136"));
  return near(amountOrZero(line, "BT-131"), quantity.times(unitPrice).plus(charges).minus(less));
};

const lines = groups("BG-25");

/** Days of a line are within those of the document, as far as both name them. */
const isWithin =
  (line: TermId, whole: TermId, isRight: (a: string, b: string) => boolean): Rule["holds"] =>
  (group, invoice) => {
    const ofLine = textOf(group, line);
    const ofDocument = textOf(groupsOf(invoice, "BG-14")[0], whole);
    return ofLine === "" || ofDocument === "" || isRight(ofLine, ofDocument);
  };

const lineRules: readonly Rule[] = [
  fatal(
    "PEPPOL-EN16931-R110",
    "BT-134",
    groups("BG-25", "BG-26"),
    "a line starts within the period of the document",
    isWithin("BT-134", "BT-73", (a, b) => a >= b),
  ),
  fatal(
    "PEPPOL-EN16931-R111",
    "BT-135",
    groups("BG-25", "BG-26"),
    "a line ends within the period of the document",
    isWithin("BT-135", "BT-74", (a, b) => a <= b),
  ),
  fatal("PEPPOL-EN16931-R120", "BT-131", lines, "quantity and price make the amount of a line", isProduct),
  fatal(
    "PEPPOL-EN16931-R121",
    "BT-149",
    groups("BG-25", "BG-29"),
    "the units of a price are more than 0",
    (group) => !isThere(group, "BT-149") || amountOrZero(group, "BT-149").greaterThan(zero),
  ),
  fatal(
    "PEPPOL-EN16931-R046",
    "BT-146",
    groups("BG-25", "BG-29"),
    "gross price less allowance is the price",
    (group) => {
      const gross = amountOf(group, "BT-148");
      return (
        gross === undefined ||
        amountOf(group, "BT-146")?.equals(gross.minus(amountOrZero(group, "BT-147"))) === true
      );
    },
  ),
  fatal("PEPPOL-EN16931-R130", "BT-150", lines, "a price is for the unit of the quantity", (line) => {
    const unit = textOf(price(line), "BT-150");
    return unit === "" || !isThere(line, "BT-129") || unit === textOf(line, "BT-130");
  }),
];

const count = (invoice: Group, id: GroupId) => groupsOf(invoice, id).length;

/** Tax in the currency of the document and in that of the tax office is above 0 in both, or in none. */
function hasOneSign(invoice: Group): boolean {
  if (!isThere(invoice, "BT-6")) return true;
  const taxIn = (currency: TermId) =>
    groups("BG-22")(invoice)
      .flatMap((total) => termsOf(total, "BT-110"))
      .filter(({ scheme }) => scheme === textOf(invoice, currency))
      .flatMap(({ text }) => numberOf(text) ?? []);
  const [tax, ofOffice] = [taxIn("BT-5"), taxIn("BT-6")];
  const isAt = (holds: (value: Decimal) => boolean) => tax.some(holds) && ofOffice.some(holds);
  return isAt((value) => value.lessThanOrEqualTo(zero)) || isAt((value) => value.greaterThanOrEqualTo(zero));
}

/** Peppol BIS Billing 3.0 beyond EN 16931. */
export const peppolRules: readonly Rule[] = [
  fatal("PEPPOL-EN16931-R001", "BT-23", document, "it names its business process", (invoice) =>
    isThere(invoice, "BT-23"),
  ),
  fatal(
    "PEPPOL-EN16931-R005",
    "BT-6",
    document,
    "tax has another currency than the document",
    (invoice) => !isThere(invoice, "BT-6") || textOf(invoice, "BT-6") !== textOf(invoice, "BT-5"),
  ),
  fatal("PEPPOL-EN16931-R010", "BT-49", buyer, "the buyer has an electronic address", (group) =>
    isThere(group, "BT-49"),
  ),
  fatal("PEPPOL-EN16931-R020", "BT-34", seller, "the seller has an electronic address", (group) =>
    isThere(group, "BT-34"),
  ),
  ...allowanceRules,
  fatal("PEPPOL-EN16931-R055", "BT-110", document, "tax has one sign in both currencies", hasOneSign),
  fatal(
    "PEPPOL-EN16931-R080",
    "BT-11",
    document,
    "a credit note names one project at most",
    (invoice) => invoice.isCreditNote !== true || termsOf(invoice, "BT-11").length <= 1,
  ),
  fatal(
    "PEPPOL-EN16931-R100",
    "BT-128",
    lines,
    "a line names one object at most",
    (line) => termsOf(line, "BT-128").length <= 1,
  ),
  fatal(
    "PEPPOL-EN16931-R061",
    "BT-89",
    groups("BG-16"),
    "a direct debit names its mandate",
    (group) =>
      !["49", "59"].includes(textOf(group, "BT-81")) ||
      groupsOf(group, "BG-19").some((debit) => isThere(debit, "BT-89")),
  ),
  ...lineRules,
  fatal(
    "PEPPOL-EN16931-R002",
    "BT-22",
    document,
    "it has one note, unless both sides are German",
    (invoice) => count(invoice, "BG-1") <= 1 || isGerman(invoice),
  ),
  fatal(
    "PEPPOL-EN16931-R003",
    "BT-10",
    document,
    "it has a buyer reference or an order number",
    (invoice) => isThere(invoice, "BT-10") || isThere(invoice, "BT-13"),
  ),
  fatal(
    "PEPPOL-EN16931-R004",
    "BT-24",
    document,
    "it says that it follows Peppol BIS Billing 3.0",
    (invoice) => textOf(invoice, "BT-24").startsWith(SPECIFICATION),
  ),
  fatal("PEPPOL-EN16931-R007", "BT-23", document, "its business process is one of Peppol", (invoice) =>
    PROCESS.test(textOf(invoice, "BT-23")),
  ),
  fatal("PEPPOL-EN16931-R051", "BT-5", document, "amounts are in the currency of the document", (invoice) => {
    const ofOffice = isThere(invoice, "BT-6") ? textOf(invoice, "BT-6") : undefined;
    const inSecond = groups("BG-22")(invoice)
      .flatMap((total) => termsOf(total, "BT-110"))
      .filter(({ scheme }) => scheme === ofOffice);
    return amountsOf(invoice)
      .filter((amount) => !inSecond.includes(amount))
      .every(({ scheme }) => scheme === textOf(invoice, "BT-5"));
  }),
  ...peppolNumberRules,
  ...peppolCodeRules,
  ...nationalRules,
];
