import { termsOf, textOf, type Group, type TermId } from "../semantic";
import { allowanceReasons, chargeReasons, currencies, mimeCodes } from "./codeLists";
import { amountsOf, taxDates } from "./codes";
import { isIsoDate } from "./isoDate";
import { document, fatal, groups, listed, schemeListed } from "./make";
import { isGerman } from "./national/countries";
import type { Rule } from "./rule";

const PROCESS = /^urn:fdc:peppol\.eu:2017:poacc:billing:(\d{2}):1\.0$/;
const seller = groups("BG-4");
const buyer = groups("BG-7");

/** Currencies of the release that this profile was written with: others than those of EN 16931. */
const peppolCurrencies = new Set(
  [...currencies, "ANG", "BGN", "STN"].filter((code) => !["CNH", "STD", "XCG"].includes(code)),
);

/** Schemes of electronic addresses, of the list EAS as the profile has it. */
const peppolSchemes = new Set(
  (
    "0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177 0183 0184 0188 0190 " +
    "0191 0192 0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 0208 0209 0210 0211 0212 0213 0215 0216 " +
    "0217 0218 0221 0225 0230 0235 0240 9910 9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928 9929 " +
    "9930 9931 9932 9933 9934 9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948 9949 9950 9951 " +
    "9952 9953 9957 9959"
  ).split(" "),
);

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

/** What the process 01 sends. */
const invoiceKinds = new Set(
  "71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877".split(
    " ",
  ),
);
const creditNoteKinds = new Set(["381", "396", "81", "83", "532"]);
const germanKinds = new Set(["326", "384"]);

const processOf = (invoice: Group) => PROCESS.exec(textOf(invoice, "BT-23"))?.[1];

/** The kind of an invoice, or of a credit note, is one that its process sends. */
const kindRule = (id: string, isOfCredits: boolean, kinds: ReadonlySet<string>) =>
  fatal(
    id,
    "BT-3",
    (invoice) =>
      (invoice.isCreditNote === true) === isOfCredits && termsOf(invoice, "BT-3").length > 0 ? [invoice] : [],
    "the kind of document is one of the process",
    (invoice) => processOf(invoice) !== "01" || kinds.has(textOf(invoice, "BT-3")),
  );

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

/** A reason of an allowance or a charge is of its list. */
const reasonRules = (
  [
    ["PEPPOL-EN16931-CL002", groups("BG-20"), "BT-98", allowanceReasons],
    ["PEPPOL-EN16931-CL002", groups("BG-25", "BG-27"), "BT-140", allowanceReasons],
    ["PEPPOL-EN16931-CL003", groups("BG-21"), "BT-105", chargeReasons],
    ["PEPPOL-EN16931-CL003", groups("BG-25", "BG-28"), "BT-145", chargeReasons],
  ] as const
).map(([id, of, term, codes]) => listed(id, term, of, codes, "a reason is a code of its list"));

/** Codes, dates and kinds of documents as Peppol BIS Billing 3.0 takes them. */
export const peppolCodeRules: readonly Rule[] = [
  ...reasonRules,
  listed("PEPPOL-EN16931-CL006", "BT-8", document, taxDates, "the tax point is a code of UNTDID 2005"),
  schemeListed(
    "PEPPOL-EN16931-CL001",
    "BT-125",
    groups("BG-24"),
    mimeCodes,
    "an attached document is of a type that may be sent",
  ),
  ...reasonCategories.map(([id, code, category]) =>
    fatal(
      id,
      "BT-121",
      groups("BG-23"),
      `the reason ${code} belongs to the category ${category}`,
      (group) => textOf(group, "BT-121").toUpperCase() !== code || textOf(group, "BT-118") === category,
    ),
  ),
  kindRule("PEPPOL-EN16931-P0100", false, invoiceKinds),
  kindRule("PEPPOL-EN16931-P0101", true, creditNoteKinds),
  fatal(
    "PEPPOL-EN16931-P0112",
    "BT-3",
    document,
    "partial and corrected invoices are for Germany",
    (invoice) => !germanKinds.has(textOf(invoice, "BT-3")) || isGerman(invoice),
  ),
  ...dates.map(([of, term]) =>
    fatal("PEPPOL-EN16931-F001", term, of, "a date is yyyy-mm-dd", (group) =>
      termsOf(group, term).every(({ text }) => isIsoDate(text)),
    ),
  ),
  fatal("PEPPOL-EN16931-CL007", "BT-5", document, "amounts name a currency of ISO 4217", (_, invoice) =>
    amountsOf(invoice).every(({ scheme }) => peppolCurrencies.has(scheme ?? "")),
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
