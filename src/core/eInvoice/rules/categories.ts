import { sum, type Decimal } from "../../money/decimal";
import { amountOf, groupsOf, textOf, type Group, type TermId } from "../semantic";
import type { SyntaxId } from "../syntax/syntaxes";
import { amountOrZero, document, fatal, groups, isNear, isThere, toCents } from "./make";
import type { Rule } from "./rule";

/** Where a category is named: lines, allowances and charges, and the tax of all of them. */
const parts = [
  { of: groups("BG-25", "BG-30"), category: "BT-151", rate: "BT-152", suffix: ["02", "05"] },
  { of: groups("BG-20"), category: "BT-95", rate: "BT-96", suffix: ["03", "06"] },
  { of: groups("BG-21"), category: "BT-102", rate: "BT-103", suffix: ["04", "07"] },
] as const;

/** What EN 16931 asks for under one category of VAT. */
interface Category {
  /** In the ids of its rules: BR-S-01. */
  readonly family: string;
  readonly code: string;
  /** Taxed by rate; others have one tax without one. */
  readonly isTaxed: boolean;
  readonly rate: "above zero" | "zero or more" | "zero" | "none";
  /** Which numbers of the seller and the buyer must be there, or must not. */
  readonly parties: "any number" | "both" | "VAT number" | "VAT numbers of both" | "none";
  readonly needsReason: boolean;
}

const categories: readonly Category[] = [
  { family: "S", code: "S", isTaxed: true, rate: "above zero", parties: "any number", needsReason: false },
  { family: "Z", code: "Z", isTaxed: false, rate: "zero", parties: "any number", needsReason: false },
  { family: "E", code: "E", isTaxed: false, rate: "zero", parties: "any number", needsReason: true },
  { family: "AE", code: "AE", isTaxed: false, rate: "zero", parties: "both", needsReason: true },
  {
    family: "IC",
    code: "K",
    isTaxed: false,
    rate: "zero",
    parties: "VAT numbers of both",
    needsReason: true,
  },
  { family: "G", code: "G", isTaxed: false, rate: "zero", parties: "VAT number", needsReason: true },
  { family: "O", code: "O", isTaxed: false, rate: "none", parties: "none", needsReason: true },
  { family: "AF", code: "L", isTaxed: true, rate: "zero or more", parties: "any number", needsReason: false },
  { family: "AG", code: "M", isTaxed: true, rate: "zero or more", parties: "any number", needsReason: false },
];

const has = (invoice: Group, of: Rule["of"], ids: readonly TermId[]) =>
  of(invoice).some((group) => ids.some((id) => isThere(group, id)));

const seller = groups("BG-4");
const buyer = groups("BG-7");
const representative = groups("BG-11");

const hasSeller = (invoice: Group, ids: readonly TermId[]) =>
  has(invoice, seller, ids) || has(invoice, representative, ["BT-63"]);

/** Which number a category wants first, so that it can be named where it lacks. */
function lackingNumber(invoice: Group, wanted: Category["parties"]): TermId | undefined {
  switch (wanted) {
    case "any number":
      return hasSeller(invoice, ["BT-31", "BT-32"]) ? undefined : "BT-31";
    case "VAT number":
      return hasSeller(invoice, ["BT-31"]) ? undefined : "BT-31";
    case "both":
      if (!hasSeller(invoice, ["BT-31", "BT-32"])) return "BT-31";
      return has(invoice, buyer, ["BT-48", "BT-47"]) ? undefined : "BT-48";
    case "VAT numbers of both":
      if (!hasSeller(invoice, ["BT-31"])) return "BT-31";
      return has(invoice, buyer, ["BT-48"]) ? undefined : "BT-48";
    case "none":
      if (hasSeller(invoice, ["BT-31"])) return "BT-31";
      return has(invoice, buyer, ["BT-48"]) ? "BT-48" : undefined;
  }
}

const isRight: Readonly<Record<Category["rate"], (group: Group, rate: TermId) => boolean>> = {
  "above zero": (group, rate) => amountOf(group, rate)?.greaterThan(0) === true,
  "zero or more": (group, rate) => amountOf(group, rate)?.greaterThanOrEqualTo(0) === true,
  zero: (group, rate) => amountOf(group, rate)?.isZero() === true,
  none: (group, rate) => !isThere(group, rate),
};

const ofCategory = (of: Rule["of"], category: TermId, code: string) => (invoice: Group) =>
  of(invoice).filter((group) => textOf(group, category) === code);

/** What lines, charges and allowances of a category come to, at a rate where it is given. */
function baseOf(invoice: Group, code: string, rate: string | undefined) {
  const isAt = (group: Group, id: TermId) =>
    rate === undefined || (amountOf(group, id)?.equals(rate) ?? false);
  const lines = groups("BG-25")(invoice).filter((line) =>
    groupsOf(line, "BG-30").some((tax) => textOf(tax, "BT-151") === code && isAt(tax, "BT-152")),
  );
  const charges = ofCategory(
    groups("BG-21"),
    "BT-102",
    code,
  )(invoice).filter((group) => isAt(group, "BT-103"));
  const allowances = ofCategory(
    groups("BG-20"),
    "BT-95",
    code,
  )(invoice).filter((group) => isAt(group, "BT-96"));
  const total = sum([
    ...lines.map((group) => amountOrZero(group, "BT-131")),
    ...charges.map((group) => amountOrZero(group, "BT-99")),
    ...allowances.map((group) => amountOrZero(group, "BT-92").negated()),
  ]);
  return { total, isUsed: lines.length + charges.length + allowances.length > 0 };
}

const taxes = groups("BG-23");

/** Whether a category that is used is taxed, and no other; among those that are taxed by rate CII is content with two. */
function isCounted(invoice: Group, { code, isTaxed }: Category, syntax: SyntaxId): boolean {
  const used = parts.map(({ of, category }) => ofCategory(of, category, code)(invoice).length);
  const [ofLines = 0, ...others] = used;
  const isUsed = used.some((count) => count > 0);
  const taxed = ofCategory(taxes, "BT-118", code)(invoice).length;
  if (syntax === "cii") {
    if (isTaxed)
      return [ofLines, others.reduce((total, count) => total + count, 0)].every(
        (count) => count === 0 || count + taxed >= 2,
      );
    return code === "O" ? taxed === 0 || (taxed === 1 && isUsed) : taxed === (isUsed ? 1 : 0);
  }
  if (isTaxed) return isUsed === taxed > 0;
  return taxed === 1 || (!isUsed && taxed === 0);
}

const countRule = (category: Category, syntax: SyntaxId): Rule =>
  fatal(
    `BR-${category.family}-01`,
    "BT-118",
    document,
    `a category ${category.code} of lines is among the taxes`,
    (_, invoice) => isCounted(invoice, category, syntax),
  );

function numberRules({ family, code, parties }: Category): Rule[] {
  const says = {
    "any number": "the seller has a tax number",
    "VAT number": "the seller has a VAT number",
    both: "seller and buyer have tax numbers",
    "VAT numbers of both": "seller and buyer have VAT numbers",
    none: "neither seller nor buyer has a VAT number",
  }[parties];
  return parts.flatMap(({ of, category, suffix: [number] }) =>
    (["BT-31", "BT-48"] as const).map((term) =>
      fatal(
        `BR-${family}-${number}`,
        term,
        document,
        `with category ${code}, ${says}`,
        (_, invoice) =>
          ofCategory(of, category, code)(invoice).length === 0 || lackingNumber(invoice, parties) !== term,
      ),
    ),
  );
}

function rateRules({ family, code, rate }: Category, syntax: SyntaxId): Rule[] {
  const wanted = family === "AF" && syntax === "cii" ? "above zero" : rate;
  return parts.map(({ of, category, rate: term, suffix: [, number] }) =>
    fatal(
      `BR-${family}-${number}`,
      term,
      ofCategory(of, category, code),
      `a rate of category ${code} is ${wanted}`,
      (group) => isRight[wanted](group, term),
    ),
  );
}

/** Whether a base is that of its lines: in UBL exactly but by rate, in CII exactly but for those without a rate. */
function isBase(stated: Decimal, total: Decimal, { code, isTaxed }: Category, syntax: SyntaxId): boolean {
  const isNearEnough = syntax === "ubl" ? isTaxed : !isTaxed && code !== "O";
  return isNearEnough ? isNear(stated, total) : stated.equals(syntax === "cii" ? toCents(total) : total);
}

function amountRules(category: Category, syntax: SyntaxId): Rule[] {
  const { family, code, isTaxed, needsReason } = category;
  const of = ofCategory(taxes, "BT-118", code);
  return [
    fatal(`BR-${family}-08`, "BT-116", of, `what is taxed under ${code} adds up`, (group, invoice) => {
      const stated = amountOf(group, "BT-116");
      if (!isTaxed)
        return (
          stated !== undefined && isBase(stated, baseOf(invoice, code, undefined).total, category, syntax)
        );
      const rate = amountOf(group, "BT-119");
      if (rate === undefined) return true;
      const { total, isUsed } = baseOf(invoice, code, rate.toFixed());
      const mustBeUsed = family === "S" && syntax === "ubl";
      return stated !== undefined && (isUsed || !mustBeUsed) && isBase(stated, total, category, syntax);
    }),
    fatal(
      `BR-${family}-09`,
      "BT-117",
      of,
      isTaxed ? "a tax is its base at its rate" : "no tax is charged",
      (group) => {
        const tax = amountOf(group, "BT-117");
        if (!isTaxed) return tax?.isZero() === true;
        if (family !== "S" && syntax === "cii") return true;
        const rate = amountOf(group, "BT-119");
        const base = amountOf(group, "BT-116");
        if (tax === undefined || rate === undefined || base === undefined) return false;
        return isNear(tax.abs(), toCents(base.abs().times(rate).dividedBy(100)));
      },
    ),
    fatal(
      `BR-${family}-10`,
      "BT-120",
      of,
      needsReason ? "no tax has a reason" : "a tax that is charged has no reason against it",
      (group) => needsReason === (isThere(group, "BT-120") || isThere(group, "BT-121")),
    ),
  ];
}

const hasTax = (invoice: Group, code: string) => ofCategory(taxes, "BT-118", code)(invoice).length > 0;

/** What is delivered within the Union says when and where to. */
const deliveryRules: readonly Rule[] = [
  fatal(
    "BR-IC-11",
    "BT-73",
    document,
    "a delivery within the Union has a day or a period",
    (_, invoice) =>
      !hasTax(invoice, "K") ||
      groups("BG-14")(invoice).some(({ terms }) => terms.size > 0) ||
      groups("BG-13")(invoice).some((group) => textOf(group, "BT-72").length > 1),
  ),
  fatal(
    "BR-IC-12",
    "BT-55",
    document,
    "a delivery within the Union has a country",
    (_, invoice) =>
      !hasTax(invoice, "K") ||
      groups("BG-13", "BG-15")(invoice).some((group) => textOf(group, "BT-80").length > 1),
  ),
];

/** Outside of all tax there is no other category beside it. */
const outsideRules: readonly Rule[] = (
  [
    ["BR-O-11", taxes, "BT-118"],
    ["BR-O-12", groups("BG-25", "BG-30"), "BT-151"],
    ["BR-O-13", groups("BG-20"), "BT-95"],
    ["BR-O-14", groups("BG-21"), "BT-102"],
  ] as const
).map(([id, of, term]) =>
  fatal(
    id,
    term,
    document,
    "outside of all tax there is no other category",
    (_, invoice) =>
      !hasTax(invoice, "O") ||
      of(invoice).every((group) => !isThere(group, term) || textOf(group, term) === "O"),
  ),
);

const everyCategory = [
  ...parts.map(({ of, category }) => ({ of, category })),
  { of: taxes, category: "BT-118" as const },
];
const isAnywhere = (invoice: Group, code: string) =>
  everyCategory.some(({ of, category }) => ofCategory(of, category, code)(invoice).length > 0);

const splitPaymentRules: readonly Rule[] = [
  fatal(
    "BR-B-01",
    "BT-118",
    document,
    "split payment is for invoices within Italy",
    (_, invoice) =>
      !isAnywhere(invoice, "B") ||
      [
        ...groups("BG-4", "BG-5")(invoice).map((group) => textOf(group, "BT-40")),
        ...groups("BG-7", "BG-8")(invoice).map((group) => textOf(group, "BT-55")),
      ].every((country) => country === "" || country === "IT"),
  ),
  fatal(
    "BR-B-02",
    "BT-118",
    document,
    "split payment and standard rate are not mixed",
    (_, invoice) => !(isAnywhere(invoice, "B") && isAnywhere(invoice, "S")),
  ),
];

/** What each category of VAT asks for: the rules BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G, BR-O, BR-AF, BR-AG and BR-B. */
export const categoryRules = (syntax: SyntaxId): readonly Rule[] => [
  ...categories.flatMap((category) => [
    countRule(category, syntax),
    ...numberRules(category),
    ...rateRules(category, syntax),
    ...amountRules(category, syntax),
  ]),
  ...deliveryRules,
  ...outsideRules,
  ...splitPaymentRules,
];
