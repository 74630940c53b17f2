import { isGs1Number, isLuhn, isModulo11 } from "../../base/checkDigits";
import { one, zero, type Decimal } from "../../money/decimal";
import {
  amountOf,
  groupsOf,
  termsOf,
  textOf,
  type Group,
  type GroupId,
  type Term,
  type TermId,
} from "../semantic";
import { addressSchemes, currencies } from "./codeLists";
import { amountTerms, everyGroup } from "./codes";
import {
  amountOrZero,
  document,
  fatal,
  groups,
  isThere,
  schemeListed,
  sumOf,
  toCents,
  warning,
} from "./make";
import type { Rule } from "./rule";

const PROCESS = /^urn:fdc:peppol\.eu:2017:poacc:billing:(\d{2}):1\.0$/;
const SPECIFICATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";

const seller = groups("BG-4");
const buyer = groups("BG-7");

const countryIn = (of: Rule["of"], id: TermId) => (invoice: Group) =>
  of(invoice).map((group) => textOf(group, id).toUpperCase())[0] ?? "";
const sellerCountry = countryIn(groups("BG-4", "BG-5"), "BT-40");
const buyerCountry = countryIn(groups("BG-7", "BG-8"), "BT-55");
const isGerman = (invoice: Group) => sellerCountry(invoice) === "DE" && buyerCountry(invoice) === "DE";

const near = (a: Decimal, b: Decimal) => a.minus(b).abs().lessThanOrEqualTo("0.02");

/** Schemes and the numbers they take; lists of EAS that this profile leaves out. */
const peppolCurrencies = new Set(
  [...currencies, "ANG", "BGN", "STN"].filter((code) => !["CNH", "STD", "XCG"].includes(code)),
);
const otherSchemes =
  "0147 0154 0158 0170 0194 0203 0205 0217 0219 0220 0225 0240 0242 0244 0245 0246 0248 AN AQ AS AU EM".split(
    " ",
  );
const peppolSchemes = new Set([...addressSchemes].filter((code) => !otherSchemes.includes(code)));

const numbers: readonly (readonly [string, string, Rule["severity"], (text: string) => boolean])[] = [
  ["PEPPOL-COMMON-R040", "0088", "fatal", isGs1Number],
  ["PEPPOL-COMMON-R041", "0192", "fatal", (text) => /^\d{9}$/.test(text) && isModulo11(text)],
  ["PEPPOL-COMMON-R042", "0184", "fatal", (text) => /^(?:DK)?\d{8}$/.test(text)],
  ["PEPPOL-COMMON-R043", "0208", "fatal", isBelgian],
  ["PEPPOL-COMMON-R044", "0201", "warning", (text) => /^[A-Za-z0-9]{6}$/.test(text)],
  ["PEPPOL-COMMON-R045", "0210", "warning", isCodiceFiscale],
  ["PEPPOL-COMMON-R046", "9907", "warning", isCodiceFiscale],
  ["PEPPOL-COMMON-R047", "0211", "warning", (text) => !/^it/i.test(text) || isPartitaIva(text.slice(2))],
  ["PEPPOL-COMMON-R049", "0007", "fatal", (text) => /^\d{10}$/.test(text) && isLuhn(text)],
  ["PEPPOL-COMMON-R050", "0151", "fatal", isAustralian],
];

/** An enterprise in Belgium: the last two digits are 97 less the rest of the first eight. */
function isBelgian(text: string): boolean {
  return /^\d{10}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8));
}

const AUSTRALIAN_WEIGHTS = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

function isAustralian(text: string): boolean {
  if (!/^\d{11}$/.test(text)) return false;
  const digits = [...text].map((digit, index) => Number(digit) - (index === 0 ? 1 : 0));
  return (
    digits.reduce((total, digit, index) => total + digit * (AUSTRALIAN_WEIGHTS[index] ?? 0), 0) % 89 === 0
  );
}

function isCodiceFiscale(text: string): boolean {
  return /^\d{11}$/.test(text) || /^[A-Za-z]{6}\d{2}[A-Za-z]\d{2}.{3}\d[A-Za-z]$/.test(text);
}

/** The number of a taxpayer in Italy: eleven digits, every second one doubled and its digits added. */
function isPartitaIva(text: string): boolean {
  return /^\d{11}$/.test(text) && isLuhn(text);
}

/** Numbers with a scheme: electronic addresses, identifiers, registrations. */
const schemed: readonly (readonly [Rule["of"], TermId])[] = [
  [seller, "BT-34"],
  [buyer, "BT-49"],
  [seller, "BT-29"],
  [buyer, "BT-46"],
  [groups("BG-10"), "BT-60"],
  [seller, "BT-30"],
  [buyer, "BT-47"],
  [groups("BG-10"), "BT-61"],
];

const numberRules: readonly Rule[] = numbers.flatMap(([id, scheme, severity, isRight]) =>
  schemed.map(([of, term]): Rule => {
    const holds = (group: Group) =>
      termsOf(group, term).every((found) => found.scheme !== scheme || isRight(found.text.trim()));
    const says = `a number of the scheme ${scheme} has its form and check digit`;
    return severity === "fatal" ? fatal(id, term, of, says, holds) : warning(id, term, of, says, holds);
  }),
);

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

/** Where each date is. */
const dates: readonly (readonly [Rule["of"], TermId])[] = [
  [document, "BT-2"],
  [document, "BT-9"],
  [document, "BT-7"],
  [groups("BG-3"), "BT-26"],
  [groups("BG-14"), "BT-73"],
  [groups("BG-14"), "BT-74"],
  [groups("BG-25", "BG-26"), "BT-134"],
  [groups("BG-25", "BG-26"), "BT-135"],
  [groups("BG-13"), "BT-72"],
];

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function isDate(text: string): boolean {
  const found = DATE.exec(text);
  if (!found) return false;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

const invoiceKinds = new Set(
  "71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877 381 396 81 83 532".split(
    " ",
  ),
);
const germanKinds = new Set(["326", "384"]);

const processOf = (invoice: Group) => PROCESS.exec(textOf(invoice, "BT-23"))?.[1];

/** Reasons that belong to one category. */
const reasonCategories = [
  ["PEPPOL-EN16931-P0104", "VATEX-EU-G", "G"],
  ["PEPPOL-EN16931-P0105", "VATEX-EU-O", "O"],
  ["PEPPOL-EN16931-P0106", "VATEX-EU-IC", "K"],
  ["PEPPOL-EN16931-P0107", "VATEX-EU-AE", "AE"],
  ["PEPPOL-EN16931-P0108", "VATEX-EU-D", "E"],
  ["PEPPOL-EN16931-P0109", "VATEX-EU-F", "E"],
  ["PEPPOL-EN16931-P0110", "VATEX-EU-I", "E"],
  ["PEPPOL-EN16931-P0111", "VATEX-EU-J", "E"],
] as const;

const codeRules: readonly Rule[] = [
  ...reasonCategories.map(([id, code, category]) =>
    fatal(
      id,
      "BT-121",
      groups("BG-23"),
      `the reason ${code} belongs to the category ${category}`,
      (group) => textOf(group, "BT-121").toUpperCase() !== code || textOf(group, "BT-118") === category,
    ),
  ),
  fatal(
    "PEPPOL-EN16931-P0100",
    "BT-3",
    document,
    "the kind of document is one of the process",
    (invoice) => processOf(invoice) !== "01" || invoiceKinds.has(textOf(invoice, "BT-3")),
  ),
  fatal(
    "PEPPOL-EN16931-P0112",
    "BT-3",
    document,
    "partial and corrected invoices are for Germany",
    (invoice) => !germanKinds.has(textOf(invoice, "BT-3")) || isGerman(invoice),
  ),
  ...dates.map(([of, term]) =>
    fatal("PEPPOL-EN16931-F001", term, of, "a date is yyyy-mm-dd", (group) =>
      termsOf(group, term).every(({ text }) => isDate(text)),
    ),
  ),
  fatal("PEPPOL-EN16931-CL007", "BT-5", document, "amounts name a currency of ISO 4217", (_, invoice) =>
    amounts(invoice).every(({ scheme }) => peppolCurrencies.has(scheme ?? "")),
  ),
  schemeListed(
    "PEPPOL-EN16931-CL008",
    "BT-34",
    seller,
    peppolSchemes,
    "an electronic address has a scheme of the list EAS",
  ),
  schemeListed(
    "PEPPOL-EN16931-CL008",
    "BT-49",
    buyer,
    peppolSchemes,
    "an electronic address has a scheme of the list EAS",
  ),
];

function amounts(invoice: Group): readonly Term[] {
  return everyGroup(invoice).flatMap((group) =>
    [...group.terms].flatMap(([id, terms]) => (amountTerms.has(id) ? terms : [])),
  );
}

const count = (invoice: Group, id: GroupId) => groupsOf(invoice, id).length;

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
  fatal(
    "PEPPOL-EN16931-R007",
    "BT-23",
    document,
    "its business process is one of Peppol",
    (invoice) => processOf(invoice) !== undefined,
  ),
  fatal(
    "PEPPOL-EN16931-R051",
    "BT-5",
    document,
    "amounts are in the currency of the document",
    (_, invoice) => amounts(invoice).every(({ scheme }) => scheme === textOf(invoice, "BT-5")),
  ),
  ...numberRules,
  ...codeRules,
];
