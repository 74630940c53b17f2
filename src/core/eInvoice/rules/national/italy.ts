import { termsOf, type Group } from "../../semantic";
import { among, fatal, groups, isThere } from "../make";
import type { Rule } from "../rule";
import { sellerCountry } from "./countries";

const seller = groups("BG-4");
const isItalian = (invoice: Group) => sellerCountry(invoice) === "IT";

const inAddress = (id: string, term: "BT-35" | "BT-37" | "BT-38", says: string) =>
  fatal(id, term, seller, says, (_, invoice) =>
    groups("BG-4", "BG-5")(invoice).some((address) => isThere(address, term)),
  );

/** What Peppol asks of sellers in Italy. */
export const italianRules: readonly Rule[] = [
  fatal("IT-R-001", "BT-32", seller, "a tax number of Italy has 11 to 16 letters and digits", (group) =>
    termsOf(group, "BT-32").every(({ text }) => /^[A-Z0-9]{11,16}$/.test(text.trim())),
  ),
  inAddress("IT-R-002", "BT-35", "the seller has a street"),
  inAddress("IT-R-003", "BT-37", "the seller has a city"),
  inAddress("IT-R-004", "BT-38", "the seller has a postal code"),
].map((rule) => among(isItalian, rule));
