import { isLuhn } from "../../../base/checkDigits";
import { amountOf, groupsOf, numberOf, termsOf, textOf, type Group } from "../../semantic";
import { among, fatal, groups, isThere, warning } from "../make";
import type { Rule } from "../rule";
import { buyerAddressCountry, sellerAddressCountry } from "./countries";

const seller = groups("BG-4");
const isSwedish = (invoice: Group) => sellerAddressCountry(invoice) === "SE";
const isRegistered = (invoice: Group) =>
  isSwedish(invoice) &&
  seller(invoice).some((group) => termsOf(group, "BT-31").some(({ text }) => text.startsWith("SE")));
const isWithin = (invoice: Group) => isSwedish(invoice) && buyerAddressCountry(invoice) === "SE";

const isNumeric = (text: string) => numberOf(text) !== undefined;

/** Parts that name a category of tax, and its rate. */
const taxed = (
  [
    [groups("BG-25", "BG-30"), "BT-151", "BT-152"],
    [groups("BG-20"), "BT-95", "BT-96"],
    [groups("BG-21"), "BT-102", "BT-103"],
    [groups("BG-23"), "BT-118", "BT-119"],
  ] as const
).map(([of, category, rate]) =>
  fatal(
    "SE-R-006",
    rate,
    (invoice) => of(invoice).filter((group) => textOf(group, category) === "S"),
    "the standard rate is 25, 12 or 6",
    (group) => ["25", "12", "6"].some((percent) => amountOf(group, rate)?.equals(percent) === true),
  ),
);

const ofRegistered: readonly Rule[] = [
  fatal("SE-R-001", "BT-31", seller, "a VAT number of Sweden has 14 characters", (group) =>
    termsOf(group, "BT-31").every(({ text }) => text.trim().length === 14),
  ),
  fatal("SE-R-002", "BT-31", seller, "a VAT number of Sweden is SE and 12 digits", (group) =>
    termsOf(group, "BT-31").every(({ text }) => isNumeric(text.slice(2, 14))),
  ),
  ...taxed,
];

/** Accounts of a giro service: how many digits they have. */
function giro(service: string, ids: readonly [string, string], lengths: readonly number[]): Rule[] {
  const accounts = (invoice: Group) =>
    groups("BG-16")(invoice)
      .filter((group) => textOf(group, "BT-81") === "30")
      .flatMap((group) => groupsOf(group, "BG-17"))
      .filter((account) => textOf(account, "BT-86") === `SE:${service}` && isThere(account, "BT-84"));
  return [
    warning(ids[0], "BT-84", accounts, `an account of ${service} is a number`, (account) =>
      isNumeric(textOf(account, "BT-84")),
    ),
    warning(ids[1], "BT-84", accounts, `an account of ${service} has its length`, (account) =>
      lengths.includes(textOf(account, "BT-84").length),
    ),
  ];
}

const isOrganisation = (text: string) => /^\d{10,}$/.test(text) && isLuhn(text.slice(0, 10));

const ofSellers: readonly Rule[] = [
  fatal("SE-R-003", "BT-30", seller, "a registration of Sweden is a number", (group) =>
    termsOf(group, "BT-30").every(({ text }) => isNumeric(text)),
  ),
  fatal("SE-R-004", "BT-30", seller, "a registration of Sweden has 10 digits", (group) =>
    termsOf(group, "BT-30").every(({ text }) => text.trim().length === 10),
  ),
  fatal("SE-R-013", "BT-30", seller, "a registration of Sweden has its check digit", (group) =>
    termsOf(group, "BT-30").every(({ text }) => isOrganisation(text.trim())),
  ),
  fatal(
    "SE-R-005",
    "BT-32",
    seller,
    "the other tax number says Godkänd för F-skatt",
    (group) =>
      !isThere(group, "BT-30") ||
      termsOf(group, "BT-32").every(({ text }) => text.trim().toUpperCase() === "GODKÄND FÖR F-SKATT"),
  ),
  ...giro("PLUSGIRO", ["SE-R-007", "SE-R-010"], [2, 3, 4, 5, 6, 7, 8]),
  ...giro("BANKGIRO", ["SE-R-008", "SE-R-009"], [7, 8]),
  warning(
    "SE-R-011",
    "BT-81",
    groups("BG-16"),
    "giro is paid with code 30",
    (group) => !["50", "56"].includes(textOf(group, "BT-81")),
  ),
];

const domesticTransfer = warning(
  "SE-R-012",
  "BT-81",
  groups("BG-16"),
  "a transfer within Sweden has code 30",
  (group) => textOf(group, "BT-81") !== "31",
);

/** What Peppol asks of sellers in Sweden. */
export const swedishRules: readonly Rule[] = [
  ...ofRegistered.map((rule) => among(isRegistered, rule)),
  ...ofSellers.map((rule) => among(isSwedish, rule)),
  among(isWithin, domesticTransfer),
];
