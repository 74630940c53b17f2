import { termsOf, type Group, type Term, type TermId } from "../semantic";
import type { SyntaxId } from "../syntax/syntaxes";
import { unitCodeList } from "../unitCodeList";
import {
  addressSchemes,
  allowanceReasons,
  chargeReasons,
  countries,
  creditNoteTypes,
  currencies,
  exemptionCodes,
  identifierSchemes,
  invoiceTypes,
  itemSchemes,
  mimeCodes,
  objectSchemes,
  paymentMeans,
} from "./codeLists";
import { document, fatal, groups, listed, schemeListed } from "./make";
import type { Rule } from "./rule";

const lines = groups("BG-25");
const categories = new Set("AE L M E S Z G O K B".split(" "));
export const taxDates = new Set(["3", "35", "432"]);
const withSepa = new Set([...identifierSchemes, "SEPA"]);
const documentTypes = new Set([...invoiceTypes, ...creditNoteTypes]);

/** Every group of a document, itself included. */
function everyGroup(group: Group): Group[] {
  return [group, ...[...group.groups.values()].flat().flatMap(everyGroup)];
}

const country = (id: string, term: TermId, of: Rule["of"]) =>
  listed(id, term, of, countries, "a country is given by its code of ISO 3166");

const unit = (term: TermId, of: Rule["of"]) =>
  listed("BR-CL-23", term, of, unitCodeList, "a unit is given by its code of Recommendation 20");

const ofCategory = "a category of tax is a code of UNTDID 5305";

/** Kinds and currencies, of which each syntax has its own lists. */
const rulesBySyntax = (syntax: SyntaxId): readonly Rule[] => [
  fatal("BR-CL-01", "BT-3", document, "the kind of document is a code of UNTDID 1001", (invoice) => {
    const ofDocument = invoice.isCreditNote === true ? creditNoteTypes : invoiceTypes;
    const types = syntax === "cii" ? documentTypes : ofDocument;
    return termsOf(invoice, "BT-3").every(({ text }) => types.has(text.trim()));
  }),
  fatal("BR-CL-03", "BT-5", document, "amounts name a currency of ISO 4217", (_, invoice) =>
    amountsOf(invoice).every(
      ({ scheme }) => (syntax === "cii" && scheme === undefined) || currencies.has(scheme?.trim() ?? ""),
    ),
  ),
  listed(syntax === "cii" ? "BR-CL-18" : "BR-CL-17", "BT-118", groups("BG-23"), categories, ofCategory),
];

const rulesOfBoth: readonly Rule[] = [
  listed("BR-CL-04", "BT-5", document, currencies, "the currency is a code of ISO 4217"),
  listed("BR-CL-05", "BT-6", document, currencies, "the currency of tax is a code of ISO 4217"),
  listed("BR-CL-06", "BT-8", document, taxDates, "the tax point is a code of UNTDID 2005"),
  schemeListed(
    "BR-CL-07",
    "BT-18",
    document,
    objectSchemes,
    "an invoiced object has a scheme of UNTDID 1153",
  ),
  schemeListed("BR-CL-07", "BT-128", lines, objectSchemes, "an invoiced object has a scheme of UNTDID 1153"),
  schemeListed(
    "BR-CL-10",
    "BT-29",
    groups("BG-4"),
    withSepa,
    "a number of the seller has a scheme of ISO 6523",
  ),
  schemeListed(
    "BR-CL-10",
    "BT-46",
    groups("BG-7"),
    identifierSchemes,
    "a number of the buyer has a scheme of ISO 6523",
  ),
  schemeListed(
    "BR-CL-10",
    "BT-60",
    groups("BG-10"),
    withSepa,
    "a number of the payee has a scheme of ISO 6523",
  ),
  schemeListed(
    "BR-CL-11",
    "BT-30",
    groups("BG-4"),
    identifierSchemes,
    "a registration has a scheme of ISO 6523",
  ),
  schemeListed(
    "BR-CL-11",
    "BT-47",
    groups("BG-7"),
    identifierSchemes,
    "a registration has a scheme of ISO 6523",
  ),
  schemeListed(
    "BR-CL-11",
    "BT-61",
    groups("BG-10"),
    identifierSchemes,
    "a registration has a scheme of ISO 6523",
  ),
  schemeListed("BR-CL-13", "BT-158", lines, itemSchemes, "a classification has a scheme of UNTDID 7143"),
  country("BR-CL-14", "BT-40", groups("BG-4", "BG-5")),
  country("BR-CL-14", "BT-55", groups("BG-7", "BG-8")),
  country("BR-CL-14", "BT-69", groups("BG-11", "BG-12")),
  country("BR-CL-14", "BT-80", groups("BG-13", "BG-15")),
  country("BR-CL-15", "BT-159", lines),
  listed("BR-CL-16", "BT-81", groups("BG-16"), paymentMeans, "the means of payment is a code of UNTDID 4461"),
  listed("BR-CL-17", "BT-95", groups("BG-20"), categories, ofCategory),
  listed("BR-CL-17", "BT-102", groups("BG-21"), categories, ofCategory),
  listed("BR-CL-18", "BT-151", groups("BG-25", "BG-30"), categories, ofCategory),
  listed(
    "BR-CL-19",
    "BT-98",
    groups("BG-20"),
    allowanceReasons,
    "the reason of an allowance is a code of UNTDID 5189",
  ),
  listed(
    "BR-CL-19",
    "BT-140",
    groups("BG-25", "BG-27"),
    allowanceReasons,
    "the reason of an allowance is a code of UNTDID 5189",
  ),
  listed(
    "BR-CL-20",
    "BT-105",
    groups("BG-21"),
    chargeReasons,
    "the reason of a charge is a code of UNTDID 7161",
  ),
  listed(
    "BR-CL-20",
    "BT-145",
    groups("BG-25", "BG-28"),
    chargeReasons,
    "the reason of a charge is a code of UNTDID 7161",
  ),
  schemeListed("BR-CL-21", "BT-157", lines, identifierSchemes, "a standard number has a scheme of ISO 6523"),
  fatal("BR-CL-22", "BT-121", groups("BG-23"), "the reason for no tax is a code of VATEX", (group) =>
    termsOf(group, "BT-121").every(({ text }) => exemptionCodes.has(text.trim().toUpperCase())),
  ),
  schemeListed(
    "BR-CL-24",
    "BT-125",
    groups("BG-24"),
    mimeCodes,
    "an attached document is of a type that may be sent",
  ),
  unit("BT-130", lines),
  unit("BT-150", groups("BG-25", "BG-29")),
  schemeListed(
    "BR-CL-25",
    "BT-34",
    groups("BG-4"),
    addressSchemes,
    "an electronic address has a scheme of the list EAS",
  ),
  schemeListed(
    "BR-CL-25",
    "BT-49",
    groups("BG-7"),
    addressSchemes,
    "an electronic address has a scheme of the list EAS",
  ),
  schemeListed(
    "BR-CL-26",
    "BT-71",
    groups("BG-13"),
    identifierSchemes,
    "a place of delivery has a scheme of ISO 6523",
  ),
];

/** Every amount of a document that names its currency, but for tax, which may be in a second one. */
export function amountsOf(invoice: Group): readonly Term[] {
  return everyGroup(invoice).flatMap((group) =>
    [...group.terms].flatMap(([id, terms]) => (amountTerms.has(id) ? terms : [])),
  );
}

/** Terms that are amounts of money with a currency of their own. */
const amountTerms: ReadonlySet<TermId> = new Set(
  [
    92, 93, 99, 100, 106, 107, 108, 109, 110, 112, 113, 114, 115, 116, 117, 131, 136, 137, 141, 142, 146, 147,
    148,
  ].map((number): TermId => `BT-${String(number)}` as TermId),
);

/** Codes that are of a list: the rules BR-CL of EN 16931. */
export const codeRules = (syntax: SyntaxId): readonly Rule[] => [...rulesBySyntax(syntax), ...rulesOfBoth];
