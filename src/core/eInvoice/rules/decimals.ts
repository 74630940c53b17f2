import { termsOf, textOf, type TermId } from "../semantic";
import type { SyntaxId } from "../syntax/syntaxes";
import { document, fatal, groups } from "./make";
import type { Rule } from "./rule";

const hasCents = (text: string) => (text.trim().split(".")[1] ?? "").length <= 2;

function cents(id: string, term: TermId, of: Rule["of"]): Rule {
  return fatal(id, term, of, "an amount has at most two decimals", (group) =>
    termsOf(group, term).every(({ text }) => hasCents(text)),
  );
}

/** Tax in the currency of the document, or in that of the tax office. */
function taxCents(id: string, currency: TermId): Rule {
  return fatal(id, "BT-110", document, "an amount of tax has at most two decimals", (_, invoice) =>
    groups("BG-22")(invoice).every((total) =>
      termsOf(total, "BT-110").every(
        ({ text, scheme }) => scheme !== textOf(invoice, currency) || hasCents(text),
      ),
    ),
  );
}

const totals = groups("BG-22");

const rulesOfBoth: readonly Rule[] = [
  cents("BR-DEC-01", "BT-92", groups("BG-20")),
  cents("BR-DEC-02", "BT-93", groups("BG-20")),
  cents("BR-DEC-05", "BT-99", groups("BG-21")),
  cents("BR-DEC-06", "BT-100", groups("BG-21")),
  cents("BR-DEC-09", "BT-106", totals),
  cents("BR-DEC-10", "BT-107", totals),
  cents("BR-DEC-11", "BT-108", totals),
  cents("BR-DEC-12", "BT-109", totals),
  cents("BR-DEC-14", "BT-112", totals),
  cents("BR-DEC-16", "BT-113", totals),
  cents("BR-DEC-17", "BT-114", totals),
  cents("BR-DEC-18", "BT-115", totals),
  cents("BR-DEC-19", "BT-116", groups("BG-23")),
  cents("BR-DEC-20", "BT-117", groups("BG-23")),
  cents("BR-DEC-23", "BT-131", groups("BG-25")),
  cents("BR-DEC-24", "BT-136", groups("BG-25", "BG-27")),
  cents("BR-DEC-25", "BT-137", groups("BG-25", "BG-27")),
  cents("BR-DEC-27", "BT-141", groups("BG-25", "BG-28")),
  cents("BR-DEC-28", "BT-142", groups("BG-25", "BG-28")),
];

/** How many decimals amounts may have: the rules BR-DEC of EN 16931. */
export const decimalRules = (syntax: SyntaxId): readonly Rule[] => [
  ...rulesOfBoth,
  // In UBL the official rules look for the currency inside of the amount, where it never is: they always hold.
  ...(syntax === "cii" ? [taxCents("BR-DEC-13", "BT-5"), taxCents("BR-DEC-15", "BT-6")] : []),
];
