import { isIban } from "../../base/checkDigits";
import { groupsOf, termsOf, textOf, type Group, type GroupId, type TermId } from "../semantic";
import type { SyntaxId } from "../syntax/syntaxes";
import { areDiscounts } from "./discounts";
import { document, fatal, groups, isFilled, isThere, needs, warning } from "./make";
import type { Rule } from "./rule";

const PROFILE = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
/** XRechnung, and its extension. */
const XRECHNUNG = new Set([
  PROFILE,
  `${PROFILE}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`,
  `${PROFILE}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`,
]);
const KINDS = new Set("326 380 384 389 381 875 876 877".split(" "));
const TAXED = new Set("S Z E AE K G L M".split(" "));
/** Credit transfers; cards; direct debits. */
const MEANS = { transfer: ["30", "58"], card: ["48", "54", "55"], debit: ["59"] } as const;

const seller = groups("BG-4");
const sellerAddress = groups("BG-4", "BG-5");
const contact = groups("BG-4", "BG-6");
const buyerAddress = groups("BG-7", "BG-8");
const delivery = groups("BG-13", "BG-15");

const paidBy = (means: readonly string[]) => (invoice: Group) =>
  groups("BG-16")(invoice).filter((group) => means.includes(textOf(group, "BT-81")));

const lacks =
  (...ids: readonly GroupId[]) =>
  (group: Group) =>
    ids.every((id) => groupsOf(group, id).length === 0);

const has = (id: GroupId) => (group: Group) => groupsOf(group, id).length > 0;

const categories = (invoice: Group): string[] => [
  ...groups("BG-25", "BG-30")(invoice).map((group) => textOf(group, "BT-151")),
  ...groups("BG-20")(invoice).map((group) => textOf(group, "BT-95")),
  ...groups("BG-21")(invoice).map((group) => textOf(group, "BT-102")),
];

const hasSellerNumber: Rule["holds"] = (_, invoice) =>
  !categories(invoice).some((category) => TAXED.has(category)) ||
  groups("BG-11")(invoice).length > 0 ||
  seller(invoice).some((group) => isFilled(group, "BT-31") || isFilled(group, "BT-32"));

/** One @ with something of two signs at least on either side, and a domain of parts between dots. */
function isEmail(text: string): boolean {
  const [name = "", domain = "", ...more] = text.split("@");
  const parts = domain.split(".");
  const hasBlank = /\s/.test(text);
  return (
    more.length === 0 && name !== "" && !hasBlank && parts.length > 1 && parts.every((part) => part !== "")
  );
}

/** The creditor of a direct debit is a number of the seller or the payee in the scheme SEPA. */
const hasCreditor = (invoice: Group) =>
  [
    ...seller(invoice).flatMap((group) => termsOf(group, "BT-29")),
    ...groups("BG-10")(invoice).flatMap((group) => termsOf(group, "BT-60")),
  ].some(({ scheme }) => scheme === "SEPA");

/** Where a direct debit is one group, and where its parts are in three elements, of which all must be there or none. */
const debitRules: Readonly<Record<SyntaxId, readonly Rule[]>> = {
  ubl: [
    fatal(
      "BR-DE-30",
      "BT-89",
      document,
      "a direct debit names the creditor",
      (invoice) => groups("BG-16", "BG-19")(invoice).length === 0 || hasCreditor(invoice),
    ),
    fatal(
      "BR-DE-31",
      "BT-91",
      document,
      "a direct debit names the account",
      (invoice) =>
        groups("BG-16", "BG-19")(invoice).length === 0 ||
        groups("BG-16", "BG-19")(invoice).some((group) => isThere(group, "BT-91")),
    ),
  ],
  cii: [
    debitPart("BR-DE-30", "BT-90", ["BT-89", "BT-91"], "a direct debit names the creditor"),
    debitPart("BR-DE-31", "BT-91", ["BT-89", "BT-90"], "a direct debit names the account"),
  ],
};

function debitPart(id: string, term: TermId, others: readonly TermId[], says: string): Rule {
  return fatal(id, term, document, says, (invoice) => {
    const debits = groups("BG-16", "BG-19")(invoice);
    const has = (wanted: TermId) => debits.some((group) => isThere(group, wanted));
    return debits.length === 0 || (has(term) && others.some(has));
  });
}

const digits = (text: string) => text.replace(/\D/g, "").length;

const needed = (id: string, term: TermId, of: Rule["of"], subject: string) =>
  needs(id, term, of, `${subject} is given`);

const rulesOfBoth: readonly Rule[] = [
  fatal("BR-DE-1", "BT-84", document, "it says how it is paid", has("BG-16")),
  fatal("BR-DE-2", "BT-41", seller, "the seller names a contact", has("BG-6")),
  needed("BR-DE-3", "BT-37", sellerAddress, "the city of the seller"),
  needed("BR-DE-4", "BT-38", sellerAddress, "the postal code of the seller"),
  needed("BR-DE-5", "BT-41", contact, "the name of the contact"),
  needed("BR-DE-6", "BT-42", contact, "the phone of the contact"),
  needed("BR-DE-7", "BT-43", contact, "the email of the contact"),
  needed("BR-DE-8", "BT-52", buyerAddress, "the city of the buyer"),
  needed("BR-DE-9", "BT-53", buyerAddress, "the postal code of the buyer"),
  needed("BR-DE-10", "BT-77", delivery, "the city of the delivery"),
  needed("BR-DE-11", "BT-78", delivery, "the postal code of the delivery"),
  needed("BR-DE-14", "BT-119", groups("BG-23"), "the rate of every tax"),
  needed("BR-DE-15", "BT-10", document, "the buyer reference (Leitweg-ID)"),
  fatal("BR-DE-16", "BT-31", document, "the seller has a tax number", hasSellerNumber),
  warning("BR-DE-17", "BT-3", document, "the kind of document is one of those in use", (invoice) =>
    KINDS.has(textOf(invoice, "BT-3")),
  ),
  fatal("BR-DE-18", "BT-20", document, "discounts in the terms have their form", (invoice) =>
    areDiscounts(termsOf(invoice, "BT-20")[0]?.text ?? "", "a line"),
  ),
  warning("BR-DE-19", "BT-84", paidBy(["58"]), "the account of a SEPA transfer is an IBAN", (group) =>
    groupsOf(group, "BG-17").every((account) => isIban(textOf(account, "BT-84").replace(/\s/g, ""))),
  ),
  warning("BR-DE-20", "BT-91", paidBy(MEANS.debit), "the account of a SEPA debit is an IBAN", (group) =>
    groupsOf(group, "BG-19").every((debit) => isIban(textOf(debit, "BT-91").replace(/\s/g, ""))),
  ),
  warning("BR-DE-21", "BT-24", document, "it says that it follows XRechnung 3.0", (invoice) =>
    XRECHNUNG.has(termsOf(invoice, "BT-24")[0]?.text ?? ""),
  ),
  fatal("BR-DE-23-a", "BT-84", paidBy(MEANS.transfer), "a credit transfer has an account", has("BG-17")),
  fatal(
    "BR-DE-23-b",
    "BT-84",
    paidBy(MEANS.transfer),
    "a credit transfer is nothing else",
    lacks("BG-18", "BG-19"),
  ),
  fatal("BR-DE-24-a", "BT-87", paidBy(MEANS.card), "payment by card names the card", has("BG-18")),
  fatal(
    "BR-DE-24-b",
    "BT-87",
    paidBy(MEANS.card),
    "payment by card is nothing else",
    lacks("BG-17", "BG-19"),
  ),
  fatal("BR-DE-25-a", "BT-89", paidBy(MEANS.debit), "a direct debit has a mandate", has("BG-19")),
  fatal(
    "BR-DE-25-b",
    "BT-89",
    paidBy(MEANS.debit),
    "a direct debit is nothing else",
    lacks("BG-17", "BG-18"),
  ),
  warning(
    "BR-TMP-2",
    "BT-124",
    groups("BG-24"),
    "the address of a supporting document is one with a scheme",
    (group) => termsOf(group, "BT-124").every(({ text }) => /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(text)),
  ),
  fatal("BR-DE-22", "BT-125", document, "attached files have names of their own", (invoice) => {
    const names = groups("BG-24")(invoice).flatMap((group) => termsOf(group, "BT-125-2"));
    return new Set(names.map(({ text }) => text)).size === names.length;
  }),
  warning(
    "BR-DE-26",
    "BT-25",
    document,
    "a corrected invoice names the one that it corrects",
    (invoice) =>
      textOf(invoice, "BT-3") !== "384" || groupsOf(invoice, "BG-3").some(({ terms }) => terms.size > 0),
  ),
  warning(
    "BR-DE-27",
    "BT-42",
    contact,
    "a phone number has three digits",
    (group) => digits(textOf(group, "BT-42")) >= 3,
  ),
  warning("BR-DE-28", "BT-43", contact, "the email is one", (group) => isEmail(textOf(group, "BT-43"))),
];

/** What XRechnung 3.0 asks for beyond EN 16931: the rules BR-DE. */
export const germanRules = (syntax: SyntaxId): readonly Rule[] => [...rulesOfBoth, ...debitRules[syntax]];
