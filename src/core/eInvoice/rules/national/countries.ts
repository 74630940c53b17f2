import { firstGroup, termsOf, textOf, type Group, type GroupId, type TermId } from "../../semantic";

const prefixOf = (group: Group | undefined, id: TermId): string | undefined =>
  termsOf(group, id)[0]?.text.slice(0, 2).trim().toUpperCase();

const addressOf = (invoice: Group, party: GroupId, address: GroupId) =>
  firstGroup(firstGroup(invoice, party), address);

/** The country in the seller's address, as it is written. */
export const sellerAddressCountry = (invoice: Group): string =>
  textOf(addressOf(invoice, "BG-4", "BG-5"), "BT-40");

/** The country in the buyer's address, as it is written. */
export const buyerAddressCountry = (invoice: Group): string =>
  textOf(addressOf(invoice, "BG-7", "BG-8"), "BT-55");

/** The country of the seller's VAT number, else of the address: EL and GR are both Greece. */
export const sellerNumberCountry = (invoice: Group): string =>
  prefixOf(firstGroup(invoice, "BG-4"), "BT-31") ?? sellerAddressCountry(invoice).toUpperCase();

/** The country whose rules the seller follows: of its VAT number, its representative's, its address. */
export const sellerCountry = (invoice: Group): string =>
  prefixOf(firstGroup(invoice, "BG-4"), "BT-31") ??
  prefixOf(firstGroup(invoice, "BG-11"), "BT-63") ??
  sellerAddressCountry(invoice).toUpperCase();

export const buyerCountry = (invoice: Group): string =>
  prefixOf(firstGroup(invoice, "BG-7"), "BT-48") ?? buyerAddressCountry(invoice).toUpperCase();

/** Both sides have their address in Germany, so that its rules hold between them. */
export const isGerman = (invoice: Group): boolean =>
  sellerAddressCountry(invoice).toUpperCase() === "DE" && buyerAddressCountry(invoice).toUpperCase() === "DE";
