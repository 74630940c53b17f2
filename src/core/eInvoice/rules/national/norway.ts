import { isModulo11 } from "../../../base/checkDigits";
import { termsOf, type Group } from "../../semantic";
import { among, fatal, groups, warning } from "../make";
import type { Rule } from "../rule";
import { sellerCountry } from "./countries";

const seller = groups("BG-4");
const isNorwegian = (invoice: Group) => sellerCountry(invoice) === "NO";
const NUMBER = /^NO(\d{9})MVA$/;

/** What Peppol asks of sellers in Norway. */
export const norwegianRules: readonly Rule[] = [
  fatal("NO-R-001", "BT-31", seller, "a VAT number of Norway is NO, nine digits and MVA", (group) =>
    termsOf(group, "BT-31").every(
      ({ text }) => !text.startsWith("NO") || isModulo11(NUMBER.exec(text)?.[1] ?? ""),
    ),
  ),
  warning("NO-R-002", "BT-32", seller, "the seller says Foretaksregisteret", (group) =>
    termsOf(group, "BT-32").some(({ text }) => text.trim() === "Foretaksregisteret"),
  ),
].map((rule) => among(isNorwegian, rule));
