import type { Customer } from "../../catalog/records";
import { countryCodeOf, countryName } from "./countries";

/** Countries that write the postal code before the town (Universal Postal Union, addressing systems). */
const codeBeforeTown = new Set(
  (
    "AD AL AM AR AT AX BA BE BG BY CH CL CR CU CY CZ DE DK DO DZ EE ES FI FO FR GF GL GP GR GT HN HR HT HU IL IS " +
    "IT KW LA LI LT LU MA MC MD ME MG MK MQ MX MY MZ NC NI NL NO PF PH PL PM PT PY RE RO RS SE SI SJ SK SM SN SV TN " +
    "TR UY VA WF YT"
  ).split(" "),
);

/** Countries that give the postal code a line of its own. */
const codeAlone = new Set(["GB", "GG", "IE", "IM", "JE", "KE", "LK", "ZA"]);

const joined = (parts: readonly string[], separator: string): string =>
  parts.filter((part) => part !== "").join(separator);

function townLines(
  { city = "", region = "", postalCode = "" }: Customer,
  code: string | undefined,
): string[] {
  if (code !== undefined && codeAlone.has(code)) return [joined([city, region], ", "), postalCode];
  if (code !== undefined && codeBeforeTown.has(code)) {
    return [joined([joined([postalCode, city], " "), region], ", ")];
  }
  return [joined([joined([city, region], ", "), postalCode], " ")];
}

/** The lines below a customer's name, as the post of its country wants them. */
export function addressLines(customer: Customer): string[] {
  const { addressLine1 = "", addressLine2 = "", country = "" } = customer;
  const town = townLines(customer, countryCodeOf(country));
  return [addressLine1, addressLine2, ...town, countryName(country)].filter((line) => line !== "");
}
