import { amountOf, groupsOf, numberOf, termsOf, textOf, type Group, type TermId } from "../../semantic";
import { among, document, fatal, groups, isFilled, warning } from "../make";
import type { Rule } from "../rule";
import { buyerAddressCountry, sellerAddressCountry } from "./countries";

const CVR = "0184";
const MEANS = new Set("1 10 31 42 48 49 50 58 59 93 97".split(" "));
const UNSPSC_VERSIONS = new Set(["19.05.01", "19.0501", "26.08.01", "26.0801"]);

const isDanish = (invoice: Group) => sellerAddressCountry(invoice) === "DK";
const isWithin = (invoice: Group) => isDanish(invoice) && buyerAddressCountry(invoice) === "DK";
const isCreditNote = (invoice: Group) => invoice.isCreditNote === true;

const ofSellers: readonly Rule[] = [
  fatal("DK-R-002", "BT-30", document, "the seller has a registration (CVR)", (invoice) =>
    groups("BG-4")(invoice).some((group) => isFilled(group, "BT-30")),
  ),
  fatal("DK-R-014", "BT-30", document, "the seller's registration is of the scheme 0184", (invoice) =>
    groups("BG-4")(invoice).every((group) =>
      termsOf(group, "BT-30").every(({ scheme }) => scheme?.trim() === CVR),
    ),
  ),
  fatal(
    "DK-R-016",
    "BT-115",
    document,
    "a credit note is not below 0",
    (invoice) =>
      !isCreditNote(invoice) ||
      buyerAddressCountry(invoice) !== "DK" ||
      groups("BG-22")(invoice).every((total) => amountOf(total, "BT-115")?.isNegative() !== true),
  ),
];

const identified = (of: Rule["of"], term: TermId) =>
  fatal("DK-R-013", term, of, "an identifier names its scheme", (group) =>
    termsOf(group, term).every(({ scheme }) => (scheme ?? "").trim() !== ""),
  );

const startsWithCard = (group: Group, cards: readonly string[]) =>
  cards.some((card) => termsOf(group, "BT-83")[0]?.text.startsWith(`${card}#`) === true);

const hasLength = (group: Group, ...lengths: readonly number[]) =>
  lengths.includes(termsOf(group, "BT-83")[0]?.text.length ?? 0);

const accountOf = (group: Group) => textOf(groupsOf(group, "BG-17")[0], "BT-84");

/** A rule on payment by some means. */
const paidBy = (
  id: string,
  codes: readonly string[],
  term: TermId,
  says: string,
  holds: (group: Group) => boolean,
) =>
  fatal(
    id,
    term,
    (invoice) => groups("BG-16")(invoice).filter((group) => codes.includes(textOf(group, "BT-81"))),
    says,
    holds,
  );

/** Means of payment, which the rules look at in invoices alone. */
const paymentRules: readonly Rule[] = [
  fatal("DK-R-005", "BT-81", groups("BG-16"), "the means of payment is one in use in Denmark", (group) =>
    MEANS.has(textOf(group, "BT-81")),
  ),
  paidBy("DK-R-006", ["31", "42"], "BT-84", "a transfer has an account and its bank", (group) =>
    groupsOf(group, "BG-17").some((account) => isFilled(account, "BT-84") && isFilled(account, "BT-86")),
  ),
  paidBy("DK-R-007", ["49"], "BT-89", "a direct debit has a mandate and an account", (group) =>
    groupsOf(group, "BG-19").some((debit) => isFilled(debit, "BT-89") && isFilled(debit, "BT-91")),
  ),
  paidBy(
    "DK-R-008",
    ["50"],
    "BT-83",
    "a giro payment has its card type and an account of 7 or 8 digits",
    (group) => startsWithCard(group, ["01", "04", "15"]) && /^\d{7,8}$/.test(accountOf(group)),
  ),
  paidBy(
    "DK-R-009",
    ["50"],
    "BT-83",
    "a giro payment of the types 04 and 15 has 16 digits",
    (group) => !startsWithCard(group, ["04", "15"]) || hasLength(group, 19),
  ),
  paidBy(
    "DK-R-010",
    ["93"],
    "BT-83",
    "a payment by slip has its card type and an account of 8 digits",
    (group) => startsWithCard(group, ["71", "73", "75"]) && accountOf(group).length === 8,
  ),
  paidBy(
    "DK-R-011",
    ["93"],
    "BT-83",
    "a payment by slip of the types 71 and 75 has 15 or 16 digits",
    (group) => !startsWithCard(group, ["71", "75"]) || hasLength(group, 18, 19),
  ),
];

/** Taxes other than VAT: four digits, or a text with # inside. */
function isOtherTax(reason: string): boolean {
  const isNumber = reason.trim().length === 4 && numberOf(reason)?.isNegative() === false;
  return isNumber || (reason.includes("#") && !reason.startsWith("#") && !reason.endsWith("#"));
}

const otherTaxes = (
  [
    [groups("BG-20"), "BT-98", "BT-97"],
    [groups("BG-21"), "BT-105", "BT-104"],
    [groups("BG-25", "BG-27"), "BT-140", "BT-139"],
    [groups("BG-25", "BG-28"), "BT-145", "BT-144"],
  ] as const
).map(([of, code, reason]) =>
  fatal(
    "DK-R-004",
    reason,
    of,
    "a charge of code ZZZ names its tax",
    (group) => textOf(group, code) !== "ZZZ" || isOtherTax(termsOf(group, reason)[0]?.text ?? ""),
  ),
);

const withinTheCountry: readonly Rule[] = [
  identified(groups("BG-4"), "BT-29"),
  identified(groups("BG-7"), "BT-46"),
  warning(
    "DK-R-003",
    "BT-158",
    groups("BG-25"),
    "a classification of UNSPSC is of version 19.05.01 or 26.08.01",
    (line) =>
      !termsOf(line, "BT-158").some(({ scheme }) => scheme === "TST") ||
      termsOf(line, "BT-158-2").some(({ text }) => UNSPSC_VERSIONS.has(text)),
  ),
  ...otherTaxes,
];

/** What Peppol asks of sellers in Denmark. */
export const danishRules: readonly Rule[] = [
  ...ofSellers.map((rule) => among(isDanish, rule)),
  ...withinTheCountry.map((rule) => among(isWithin, rule)),
  ...paymentRules.map((rule) => among((invoice) => isWithin(invoice) && !isCreditNote(invoice), rule)),
];
