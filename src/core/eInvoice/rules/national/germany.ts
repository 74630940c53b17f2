import { termsOf, textOf } from "../../semantic";
import { areDiscounts } from "../discounts";
import { germanRules } from "../germany";
import { among, document, fatal, groups, warning } from "../make";
import type { Rule } from "../rule";
import { isGerman } from "./countries";

/** What Peppol looks at more closely than XRechnung, or less: the form of an email, discounts that begin in a line. */
const others: readonly Rule[] = [
  fatal("DE-R-018", "BT-20", document, "discounts in the terms have their form", (invoice) =>
    areDiscounts(termsOf(invoice, "BT-20")[0]?.text ?? "", "the end of a line"),
  ),
  warning("DE-R-028", "BT-43", groups("BG-4", "BG-6"), "the email is one", (group) =>
    isPlainEmail(textOf(group, "BT-43")),
  ),
];

const WORD = /^[\w!#$%&"*+/=?^`{|}~-]+$/;
const PART_OF_DOMAIN = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;

/** Words between dots, one @ and a domain of letters, digits and dashes. */
function isPlainEmail(text: string): boolean {
  const [name = "", domain = "", ...more] = text.split("@");
  const parts = domain.split(".");
  return (
    more.length === 0 &&
    name.split(".").every((word) => WORD.test(word)) &&
    parts.length > 1 &&
    parts.every((part) => PART_OF_DOMAIN.test(part))
  );
}

/** BR-DE-1 is DE-R-001 here, BR-DE-23-a DE-R-023-1. */
function idInPeppol(id: string): string {
  const [number = "", part] = id.slice("BR-DE-".length).split("-");
  const parts = part === undefined ? [] : [part === "a" ? "1" : "2"];
  return ["DE-R", number.padStart(3, "0"), ...parts].join("-");
}

const alike = germanRules("ubl")
  .filter(({ id }) => id.startsWith("BR-DE-") && !["BR-DE-18", "BR-DE-21", "BR-DE-28"].includes(id))
  .map((rule): Rule => ({ ...rule, id: idInPeppol(rule.id) }));

/** What Peppol asks between two sides in Germany: the rules of XRechnung, but for what it says it follows. */
export const germanPeppolRules: readonly Rule[] = [...alike, ...others].map((rule) => among(isGerman, rule));
