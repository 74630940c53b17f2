import { groupsOf, numberOf, termsOf, textOf, type Group, type GroupId, type TermId } from "../semantic";
import type { SyntaxId } from "../syntax/syntaxes";
import { document, fatal, groups, isFilled, isThere, needs, needsOneOf, warning } from "./make";
import type { Rule } from "./rule";

const seller = groups("BG-4");
const buyer = groups("BG-7");
const sellerAddress = groups("BG-4", "BG-5");
const buyerAddress = groups("BG-7", "BG-8");
const representative = groups("BG-11");
const lines = groups("BG-25");
const taxes = groups("BG-23");
const totals = groups("BG-22");

const hasGroup = (of: (invoice: Group) => readonly Group[]) => (_: Group, invoice: Group) =>
  of(invoice).length > 0;

/** A day is not before another where both are there; as texts they sort as days. */
const inOrder = (from: TermId, to: TermId) => (group: Group) =>
  !isThere(group, from) || !isThere(group, to) || textOf(group, from) <= textOf(group, to);

const notNegative = (term: TermId) => (group: Group) =>
  termsOf(group, term).every(({ text }) => numberOf(text)?.greaterThanOrEqualTo(0) === true);

const isCreditTransfer = (group: Group) => ["30", "58"].includes(textOf(group, "BT-81"));

/** A name or number of the payee is none of the seller's. */
const differs = (payee: Group, invoice: Group, ofPayee: TermId, ofSeller: TermId) => {
  const known = seller(invoice).flatMap((group) => termsOf(group, ofSeller).map(({ text }) => text));
  return termsOf(payee, ofPayee).every(({ text }) => !known.includes(text));
};

const rulesOfBoth: readonly Rule[] = [
  needs("BR-01", "BT-24", document, "it says which rules it follows"),
  needs("BR-02", "BT-1", document, "it has a number"),
  needs("BR-03", "BT-2", document, "it has a date"),
  needs("BR-04", "BT-3", document, "it says what kind of document it is"),
  needs("BR-05", "BT-5", document, "it has a currency"),
  fatal("BR-06", "BT-27", document, "the seller has a name", (_, invoice) =>
    seller(invoice).some((group) => isFilled(group, "BT-27")),
  ),
  fatal("BR-07", "BT-44", document, "the buyer has a name", (_, invoice) =>
    buyer(invoice).some((group) => isFilled(group, "BT-44")),
  ),
  fatal("BR-08", "BT-35", document, "the seller has an address", hasGroup(sellerAddress)),
  fatal("BR-10", "BT-50", document, "the buyer has an address", hasGroup(buyerAddress)),
  needsOneOf("BR-12", ["BT-106"], totals, "it has the sum of its lines"),
  needsOneOf("BR-13", ["BT-109"], totals, "it has a total without tax"),
  needsOneOf("BR-14", ["BT-112"], totals, "it has a total with tax"),
  needsOneOf("BR-15", ["BT-115"], totals, "it says what is to pay"),
  fatal("BR-16", "BT-1", document, "it has a line", hasGroup(lines)),
  fatal(
    "BR-17",
    "BT-59",
    groups("BG-10"),
    "a payee other than the seller has a name",
    (group, invoice) =>
      isThere(group, "BT-59") &&
      differs(group, invoice, "BT-59", "BT-28") &&
      differs(group, invoice, "BT-60", "BT-29"),
  ),
  needs("BR-18", "BT-62", representative, "the tax representative has a name"),
  fatal(
    "BR-19",
    "BT-64",
    representative,
    "the tax representative has an address",
    (group) => groupsOf(group, "BG-12").length > 0,
  ),
  needs("BR-21", "BT-126", lines, "a line has a number"),
  needsOneOf("BR-22", ["BT-129"], lines, "a line has a quantity"),
  needsOneOf("BR-23", ["BT-130"], lines, "a quantity has a unit code"),
  needsOneOf("BR-24", ["BT-131"], lines, "a line has an amount"),
  needs("BR-25", "BT-153", lines, "a line names what was sold"),
  fatal("BR-26", "BT-146", lines, "a line has a price", (group) =>
    groupsOf(group, "BG-29").some((price) => isThere(price, "BT-146")),
  ),
  fatal("BR-27", "BT-146", lines, "a price is not below 0", (group) => {
    const prices = groupsOf(group, "BG-29").filter((price) => isThere(price, "BT-146"));
    return prices.length > 0 && prices.every(notNegative("BT-146"));
  }),
  fatal("BR-28", "BT-148", groups("BG-25", "BG-29"), "a gross price is not below 0", notNegative("BT-148")),
  fatal("BR-29", "BT-74", groups("BG-14"), "the period ends after it starts", inOrder("BT-73", "BT-74")),
  fatal(
    "BR-30",
    "BT-135",
    groups("BG-25", "BG-26"),
    "a line's period ends after it starts",
    inOrder("BT-134", "BT-135"),
  ),
  needsOneOf("BR-31", ["BT-92"], groups("BG-20"), "an allowance has an amount"),
  needsOneOf("BR-32", ["BT-95"], groups("BG-20"), "an allowance has a tax category"),
  needsOneOf("BR-33", ["BT-97", "BT-98"], groups("BG-20"), "an allowance has a reason"),
  needsOneOf("BR-36", ["BT-99"], groups("BG-21"), "a charge has an amount"),
  needsOneOf("BR-37", ["BT-102"], groups("BG-21"), "a charge has a tax category"),
  needsOneOf("BR-38", ["BT-104", "BT-105"], groups("BG-21"), "a charge has a reason"),
  needsOneOf("BR-41", ["BT-136"], groups("BG-25", "BG-27"), "an allowance of a line has an amount"),
  needsOneOf("BR-42", ["BT-139", "BT-140"], groups("BG-25", "BG-27"), "an allowance of a line has a reason"),
  needsOneOf("BR-43", ["BT-141"], groups("BG-25", "BG-28"), "a charge of a line has an amount"),
  needsOneOf("BR-44", ["BT-144", "BT-145"], groups("BG-25", "BG-28"), "a charge of a line has a reason"),
  needsOneOf("BR-45", ["BT-116"], taxes, "a tax has a base"),
  needsOneOf("BR-46", ["BT-117"], taxes, "a tax has an amount"),
  needsOneOf("BR-47", ["BT-118"], taxes, "a tax has a category"),
  fatal(
    "BR-48",
    "BT-119",
    taxes,
    "a tax has a rate, unless it is outside of all tax",
    (group) => isThere(group, "BT-119") || textOf(group, "BT-118") === "O",
  ),
  needsOneOf("BR-49", ["BT-81"], groups("BG-16"), "payment says by which means"),
  needs(
    "BR-50",
    "BT-84",
    (invoice) =>
      groups("BG-16")(invoice)
        .filter(isCreditTransfer)
        .flatMap((group) => groupsOf(group, "BG-17")),
    "the account to pay to has a number",
  ),
  warning(
    "BR-51",
    "BT-87",
    groups("BG-16", "BG-18"),
    "a card shows no more than ten digits",
    (group) => textOf(group, "BT-87").length <= 10,
  ),
  needs("BR-52", "BT-122", groups("BG-24"), "a supporting document has a reference"),
  fatal("BR-53", "BT-6", document, "tax is also given in its own currency", (group, invoice) =>
    termsOf(group, "BT-6").every(({ text }) =>
      totals(invoice).some((total) => termsOf(total, "BT-110").some(({ scheme }) => scheme === text)),
    ),
  ),
  fatal(
    "BR-54",
    "BT-160",
    groups("BG-25", "BG-32"),
    "an attribute has a name and a value",
    (group) => isThere(group, "BT-160") && isThere(group, "BT-161"),
  ),
  needsOneOf("BR-55", ["BT-25"], groups("BG-3"), "a corrected invoice has a number"),
  needsOneOf("BR-56", ["BT-63"], representative, "the tax representative has a VAT number"),
  needsOneOf("BR-57", ["BT-80"], groups("BG-13", "BG-15"), "the place of delivery has a country"),
  fatal("BR-62", "BT-34", seller, "the seller's electronic address has a scheme", (group) =>
    termsOf(group, "BT-34").every(({ scheme }) => scheme !== undefined),
  ),
  fatal("BR-63", "BT-49", buyer, "the buyer's electronic address has a scheme", (group) =>
    termsOf(group, "BT-49").every(({ scheme }) => scheme !== undefined),
  ),
  fatal("BR-64", "BT-157", lines, "a standard number of an item has a scheme", (group) =>
    termsOf(group, "BT-157").every(({ scheme }) => scheme !== undefined),
  ),
  fatal("BR-65", "BT-158", lines, "a classification of an item has a scheme", (group) =>
    termsOf(group, "BT-158").every(({ scheme }) => scheme !== undefined),
  ),
];

/** A country in an address: UBL asks where there is one, CII of its party. */
const country = (
  id: string,
  term: TermId,
  [party, address]: readonly [GroupId, GroupId],
  says: string,
  syntax: SyntaxId,
): Rule =>
  syntax === "ubl"
    ? needs(id, term, groups(party, address), says)
    : fatal(id, term, party === "BG-11" ? representative : document, says, (_, invoice) =>
        groups(party, address)(invoice).some((group) => isFilled(group, term)),
      );

/** A credit transfer has an account; in CII one that is named has a number. */
const transferRule = (syntax: SyntaxId): Rule =>
  fatal("BR-61", "BT-84", groups("BG-16"), "a credit transfer has an account", (group) => {
    const accounts = groupsOf(group, "BG-17");
    const isNumbered = accounts.some((account) => isThere(account, "BT-84"));
    return !isCreditTransfer(group) || isNumbered || (syntax === "cii" && accounts.length === 0);
  });

/** What an invoice must hold: rules BR-01 to BR-65 of EN 16931. */
export const presenceRules = (syntax: SyntaxId): readonly Rule[] => [
  ...rulesOfBoth,
  country("BR-09", "BT-40", ["BG-4", "BG-5"], "the seller's address has a country", syntax),
  country("BR-11", "BT-55", ["BG-7", "BG-8"], "the buyer's address has a country", syntax),
  country("BR-20", "BT-69", ["BG-11", "BG-12"], "the tax representative's address has a country", syntax),
  transferRule(syntax),
];
