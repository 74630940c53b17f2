import { groupsOf, termsOf, textOf, type Group } from "../../semantic";
import { isIsoDate } from "../isoDate";
import { among, document, fatal, groups, isThere, warning } from "../make";
import type { Rule } from "../rule";
import { buyerAddressCountry, sellerAddressCountry } from "./countries";

const NUMBER_SCHEME = "0196";
const isIcelandic = (invoice: Group) => sellerAddressCountry(invoice) === "IS";
const isWithin = (invoice: Group) => isIcelandic(invoice) && buyerAddressCountry(invoice) === "IS";

/** Claims and transfers go to an account of twelve digits. */
const account = (id: string, code: string) =>
  fatal(id, "BT-84", document, `with means of payment ${code}, the account has 12 digits`, (invoice) => {
    const meant = groups("BG-16")(invoice).filter((group) => textOf(group, "BT-81") === code);
    const numbers = meant
      .flatMap((group) => groupsOf(group, "BG-17"))
      .flatMap((group) => termsOf(group, "BT-84"));
    return (
      meant.length === 0 || (numbers.length > 0 && numbers.every(({ text }) => text.trim().length === 12))
    );
  });

/** The last day to pay, a supporting document called EINDAGI. */
const finalDays = (invoice: Group) =>
  groupsOf(invoice, "BG-24").filter((group) =>
    termsOf(group, "BT-123").some(({ text }) => text === "EINDAGI"),
  );

const ofSellers: readonly Rule[] = [
  warning("IS-R-001", "BT-3", document, "it is an invoice (380) or a credit note (381)", (invoice) =>
    ["380", "381"].includes(textOf(invoice, "BT-3")),
  ),
  fatal("IS-R-002", "BT-30", document, "the seller's registration is one of Iceland", (invoice) =>
    groups("BG-4")(invoice).some((group) =>
      termsOf(group, "BT-30").some(({ scheme }) => scheme === NUMBER_SCHEME),
    ),
  ),
  fatal("IS-R-003", "BT-35", document, "the seller has a street and a postal code", (invoice) =>
    groups("BG-4", "BG-5")(invoice).some((group) => isThere(group, "BT-35") && isThere(group, "BT-38")),
  ),
  account("IS-R-006", "9"),
  account("IS-R-007", "42"),
  fatal("IS-R-008", "BT-122", document, "the last day to pay is a day", (invoice) =>
    finalDays(invoice).every((group) => isIsoDate(termsOf(group, "BT-122")[0]?.text ?? "")),
  ),
  fatal(
    "IS-R-009",
    "BT-9",
    document,
    "with a last day to pay there is a due date",
    (invoice) => finalDays(invoice).length === 0 || isThere(invoice, "BT-9"),
  ),
  fatal(
    "IS-R-010",
    "BT-9",
    document,
    "the last day to pay is not before the due date",
    (invoice) =>
      finalDays(invoice).length === 0 ||
      (isThere(invoice, "BT-9") &&
        finalDays(invoice).some((group) => textOf(invoice, "BT-9") <= textOf(group, "BT-122"))),
  ),
];

const withinTheCountry: readonly Rule[] = [
  fatal("IS-R-004", "BT-47", groups("BG-7"), "the buyer's registration is one of Iceland", (group) =>
    termsOf(group, "BT-47").some(({ scheme }) => scheme === NUMBER_SCHEME),
  ),
  fatal("IS-R-005", "BT-50", groups("BG-7"), "the buyer has a street and a postal code", (group) =>
    groupsOf(group, "BG-8").some((address) => isThere(address, "BT-50") && isThere(address, "BT-53")),
  ),
];

/** What Peppol asks of sellers in Iceland. */
export const icelandicRules: readonly Rule[] = [
  ...ofSellers.map((rule) => among(isIcelandic, rule)),
  ...withinTheCountry.map((rule) => among(isWithin, rule)),
];
