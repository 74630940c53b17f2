import { isGs1Number, isLuhn, isModulo11 } from "../../base/checkDigits";
import { termsOf, type Group, type TermId } from "../semantic";
import { fatal, groups, warning } from "./make";
import type { Rule } from "./rule";

const seller = groups("BG-4");
const buyer = groups("BG-7");

/** Schemes, and the numbers they take. */
const numbers: readonly (readonly [string, string, Rule["severity"], (text: string) => boolean])[] = [
  ["PEPPOL-COMMON-R040", "0088", "fatal", isGs1Number],
  ["PEPPOL-COMMON-R041", "0192", "fatal", (text) => /^\d{9}$/.test(text) && isModulo11(text)],
  ["PEPPOL-COMMON-R042", "0184", "fatal", (text) => /^(?:DK)?\d{8}$/.test(text)],
  ["PEPPOL-COMMON-R043", "0208", "fatal", isBelgian],
  ["PEPPOL-COMMON-R044", "0201", "warning", (text) => /^[A-Za-z0-9]{6}$/.test(text)],
  ["PEPPOL-COMMON-R045", "0210", "warning", isCodiceFiscale],
  ["PEPPOL-COMMON-R046", "9907", "warning", isCodiceFiscale],
  ["PEPPOL-COMMON-R047", "0211", "warning", (text) => !/^it/i.test(text) || isPartitaIva(text.slice(2))],
  ["PEPPOL-COMMON-R049", "0007", "fatal", (text) => /^\d{10}$/.test(text) && isLuhn(text)],
  ["PEPPOL-COMMON-R050", "0151", "fatal", isAustralian],
];

/** An enterprise in Belgium: the last two digits are 97 less the rest of the first eight. */
function isBelgian(text: string): boolean {
  return /^\d{10}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8));
}

const AUSTRALIAN_WEIGHTS = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

function isAustralian(text: string): boolean {
  if (!/^\d{11}$/.test(text)) return false;
  const digits = [...text].map((digit, index) => Number(digit) - (index === 0 ? 1 : 0));
  return (
    digits.reduce((total, digit, index) => total + digit * (AUSTRALIAN_WEIGHTS[index] ?? 0), 0) % 89 === 0
  );
}

function isCodiceFiscale(text: string): boolean {
  return /^\d{11}$/.test(text) || /^[A-Za-z]{6}\d{2}[A-Za-z]\d{2}.{3}\d[A-Za-z]$/.test(text);
}

/** The number of a taxpayer in Italy: eleven digits, every second one doubled and its digits added. */
function isPartitaIva(text: string): boolean {
  return /^\d{11}$/.test(text) && isLuhn(text);
}

/** Numbers with a scheme: electronic addresses, identifiers, registrations. */
const schemed: readonly (readonly [Rule["of"], TermId])[] = [
  [seller, "BT-34"],
  [buyer, "BT-49"],
  [seller, "BT-29"],
  [buyer, "BT-46"],
  [groups("BG-10"), "BT-60"],
  [seller, "BT-30"],
  [buyer, "BT-47"],
  [groups("BG-10"), "BT-61"],
];

/** Numbers of organisations that have a form and a check digit. */
export const peppolNumberRules: readonly Rule[] = numbers.flatMap(([id, scheme, severity, isRight]) =>
  schemed.map(([of, term]): Rule => {
    const holds = (group: Group) =>
      termsOf(group, term).every((found) => found.scheme !== scheme || isRight(found.text.trim()));
    const says = `a number of the scheme ${scheme} has its form and check digit`;
    return severity === "fatal" ? fatal(id, term, of, says, holds) : warning(id, term, of, says, holds);
  }),
);
