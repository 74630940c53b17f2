import { amountOf, termsOf, textOf, type Group, type TermId } from "../../semantic";
import { among, document, fatal, groups, isThere } from "../make";
import type { Rule } from "../rule";
import { buyerAddressCountry, sellerAddressCountry } from "./countries";

const MEANS = new Set(["30", "48", "49", "57", "58", "59"]);
/** Numbers of the chamber of commerce and of authorities. */
const SCHEMES = new Set(["0106", "0190"]);

const isDutch = (country: string) => country.toUpperCase() === "NL";
const isFromNetherlands = (invoice: Group) => isDutch(sellerAddressCountry(invoice));
const isWithin = (invoice: Group) => isFromNetherlands(invoice) && isDutch(buyerAddressCountry(invoice));

const isRegistered = (term: TermId) => (group: Group) =>
  termsOf(group, term).every(({ text, scheme }) => SCHEMES.has(scheme ?? "") && text.trim() !== "");

const isWhole = (terms: readonly TermId[]) => (address: Group) =>
  terms.every((term) => isThere(address, term));

const isCreditNote = (invoice: Group) => invoice.isCreditNote === true;

const ofSellers: readonly Rule[] = [
  fatal(
    "NL-R-001",
    "BT-25",
    document,
    "a credit note names its invoice",
    (invoice) => !isCreditNote(invoice) || groups("BG-3")(invoice).some((group) => isThere(group, "BT-25")),
  ),
  fatal(
    "NL-R-002",
    "BT-35",
    groups("BG-4", "BG-5"),
    "the seller has street, city and postal code",
    isWhole(["BT-35", "BT-37", "BT-38"]),
  ),
  fatal(
    "NL-R-003",
    "BT-30",
    groups("BG-4"),
    "the seller's registration is one of KVK or OIN",
    isRegistered("BT-30"),
  ),
  fatal(
    "NL-R-006",
    "BT-64",
    (invoice) => groups("BG-11", "BG-12")(invoice).filter((address) => isDutch(textOf(address, "BT-69"))),
    "the tax representative has street, city and postal code",
    isWhole(["BT-64", "BT-66", "BT-67"]),
  ),
  fatal("NL-R-007", "BT-84", groups("BG-22"), "it says how it is paid", (total, invoice) => {
    const due = amountOf(total, "BT-115");
    const isOwed = isCreditNote(invoice) ? due?.isNegative() !== false : due?.greaterThan(0) !== false;
    return !isOwed || groups("BG-16")(invoice).length > 0;
  }),
  fatal(
    "NL-R-009",
    "BT-13",
    groups("BG-25"),
    "a line of an order goes with the order's number",
    (line, invoice) => !isThere(line, "BT-132") || isThere(invoice, "BT-13"),
  ),
];

const withinTheCountry: readonly Rule[] = [
  fatal(
    "NL-R-004",
    "BT-50",
    groups("BG-7", "BG-8"),
    "the buyer has street, city and postal code",
    isWhole(["BT-50", "BT-52", "BT-53"]),
  ),
  fatal(
    "NL-R-005",
    "BT-47",
    groups("BG-7"),
    "the buyer's registration is one of KVK or OIN",
    isRegistered("BT-47"),
  ),
  fatal("NL-R-008", "BT-81", groups("BG-16"), "the means of payment is one in use", (group) =>
    MEANS.has(textOf(group, "BT-81")),
  ),
];

/** What Peppol asks of sellers in the Netherlands. */
export const dutchRules: readonly Rule[] = [
  ...ofSellers.map((rule) => among(isFromNetherlands, rule)),
  ...withinTheCountry.map((rule) => among(isWithin, rule)),
];
