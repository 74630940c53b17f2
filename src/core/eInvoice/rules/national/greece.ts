import { groupsOf, termsOf, textOf, type Group, type TermId } from "../../semantic";
import { among, document, fatal, groups, warning } from "../make";
import type { Rule } from "../rule";
import { buyerCountry, sellerAddressCountry, sellerCountry, sellerNumberCountry } from "./countries";

const MARK = "##M.AR.K##";
const ADDRESS_OF_INVOICE = "##INVOICE|URL##";
const SCHEME = "9933";
const KINDS = new Set(["1.1", "1.6", "2.1", "2.4", "5.1", "5.2"]);
const DAY = /^(?:0?[1-9]|[12]\d|3[01])[-\\/ ]?(?:0?[1-9]|1[0-2])[-\\/ ]?(?:19|20)\d{2}/;

const isGreece = (country: string) => country === "GR" || country === "EL";
const isGreek = (invoice: Group) => isGreece(sellerCountry(invoice));
const hasGreekNumber = (invoice: Group) => isGreece(sellerNumberCountry(invoice));
const isAtHome = (invoice: Group) => isGreek(invoice) && sellerAddressCountry(invoice) === "GR";
const isWithin = (invoice: Group) => isGreek(invoice) && isGreece(buyerCountry(invoice));

const seller = groups("BG-4");
const buyer = groups("BG-7");

/** A tax number of Greece: the ninth digit is the others, by powers of two, modulo 11, modulo 10. */
function isTaxNumber(text: string): boolean {
  const digits = [...text].map((sign) => (/\d/.test(sign) ? Number(sign) : NaN));
  const weighted = digits.slice(0, 8).reduce((total, digit, index) => total + digit * 2 ** (8 - index), 0);
  return digits.length >= 9 && (weighted % 11) % 10 === digits[8];
}

const isVatNumber = (text: string) => text.startsWith("EL") && isTaxNumber(text.slice(2));

const hasOneNumber = (term: TermId) => (group: Group) => {
  const [first, ...more] = termsOf(group, term);
  return first !== undefined && more.length === 0 && isVatNumber(first.text);
};

const isFilled = (group: Group, term: TermId) => (termsOf(group, term)[0]?.text ?? "") !== "";

const isAddress = (term: TermId) => (group: Group) =>
  termsOf(group, term).every(({ text, scheme }) => scheme === SCHEME && isTaxNumber(text));

/** The parts of a number: tax number, day, branch, kind, series, number. */
const part = (invoice: Group, index: number) =>
  (termsOf(invoice, "BT-1")[0]?.text ?? "").split("|")[index] ?? "";

const numbered = (id: string, says: string, holds: (invoice: Group) => boolean) =>
  fatal(
    id,
    "BT-1",
    (invoice) => (termsOf(invoice, "BT-1").length > 0 ? [invoice] : []),
    says,
    (invoice) => holds(invoice),
  );

function isOfDay(invoice: Group): boolean {
  const written = part(invoice, 1);
  const [year, month, day] = (termsOf(invoice, "BT-2")[0]?.text ?? "").split("-");
  return DAY.test(written) && written === [day, month, year].join("/");
}

const numberRules: readonly Rule[] = [
  numbered("GR-R-001-1", "a number has six parts between |", (invoice) => {
    return (termsOf(invoice, "BT-1")[0]?.text ?? "").split("|").length === 6;
  }),
  numbered("GR-R-001-2", "a number begins with the seller's tax number", (invoice) => {
    const number = part(invoice, 0);
    const known = [
      ...seller(invoice).flatMap((group) => termsOf(group, "BT-31")),
      ...groups("BG-11")(invoice).flatMap((group) => termsOf(group, "BT-63")),
    ].map(({ text }) => text.slice(2, 11));
    return number.trim().length === 9 && isTaxNumber(number) && known.includes(number);
  }),
  numbered("GR-R-001-3", "the second part is the day of the invoice", isOfDay),
  numbered("GR-R-001-4", "the third part is a number", (invoice) => /^\d+$/.test(part(invoice, 2).trim())),
  numbered("GR-R-001-5", "the fourth part is a kind of document", (invoice) => KINDS.has(part(invoice, 3))),
  numbered("GR-R-001-6", "the fifth part is not empty", (invoice) => part(invoice, 4) !== ""),
  numbered("GR-R-001-7", "the sixth part is not empty", (invoice) => part(invoice, 5) !== ""),
];

const described = (invoice: Group, description: string) =>
  groupsOf(invoice, "BG-24").filter((group) =>
    termsOf(group, "BT-123").some(({ text }) => text === description),
  );

const sellerRules: readonly Rule[] = [
  fatal("GR-R-002", "BT-27", seller, "the seller has a trading name", (group) => isFilled(group, "BT-28")),
  warning("GR-S-011", "BT-31", seller, "the seller has a VAT number of Greece", hasOneNumber("BT-31")),
  fatal("GR-R-003", "BT-31", seller, "a VAT number is EL and a tax number of Greece", (group) =>
    termsOf(group, "BT-31").every(({ text }) => isVatNumber(text)),
  ),
  fatal(
    "GR-R-008-3",
    "BT-124",
    (invoice) => described(invoice, ADDRESS_OF_INVOICE),
    "the address of the invoice is given",
    (group) => textOf(group, "BT-124") !== "",
  ),
  fatal("GR-R-005", "BT-44", buyer, "the buyer has a trading name", (group) => isFilled(group, "BT-45")),
];

const markRules: readonly Rule[] = [
  fatal(
    "GR-R-004-1",
    "BT-122",
    document,
    "it has one MARK number",
    (invoice) => described(invoice, MARK).length === 1,
  ),
  warning(
    "GR-S-008-1",
    "BT-124",
    document,
    "it has one address of the invoice",
    (invoice) => described(invoice, ADDRESS_OF_INVOICE).length === 1,
  ),
  fatal(
    "GR-R-008-2",
    "BT-124",
    document,
    "it has one address of the invoice at most",
    (invoice) => described(invoice, ADDRESS_OF_INVOICE).length <= 1,
  ),
  fatal(
    "GR-R-004-2",
    "BT-122",
    (invoice) => described(invoice, MARK),
    "a MARK number is above 0",
    (group) => termsOf(group, "BT-122").every(({ text }) => /^[1-9]/.test(text)),
  ),
];

/** What Peppol asks of sellers in Greece. */
export const greekRules: readonly Rule[] = [
  ...numberRules.map((rule) => among(isGreek, rule)),
  ...sellerRules.map((rule) => among(isGreek, rule)),
  ...markRules.map((rule) => among(isAtHome, rule)),
  among(
    hasGreekNumber,
    fatal(
      "GR-R-009",
      "BT-34",
      seller,
      "the seller's electronic address is its tax number",
      isAddress("BT-34"),
    ),
  ),
  among(
    isWithin,
    fatal("GR-R-006", "BT-48", buyer, "the buyer has a VAT number of Greece", hasOneNumber("BT-48")),
  ),
  among(
    isWithin,
    fatal("GR-R-010", "BT-49", buyer, "the buyer's electronic address is its tax number", isAddress("BT-49")),
  ),
];
