import type { Customer } from "../catalog/records";
import type { Settings } from "../settings/settings";
import { addressLines } from "../sheets/invoiceSheet/address";
import { countryCodeOf } from "../sheets/invoiceSheet/countries";
import type { DocumentWords } from "../words/documentWords";

const filled = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text !== "");
export const textLines = (text: string): string[] => filled(text.split(/\r\n|\r|\n/));

/** Who sends a document. */
export function sellerLines(settings: Settings, { labels }: DocumentWords): string[] {
  const structured = filled([
    settings.companyStreet,
    settings.companyStreet2,
    `${settings.companyPostalCode} ${settings.companyCity}`,
    settings.companyRegion,
    settings.companyCountry,
  ]);
  const address = settings.companyAddress === "" ? structured : textLines(settings.companyAddress);
  const taxId = settings.companyTaxId === "" ? "" : `${labels.taxId} ${settings.companyTaxId}`;
  return filled([settings.companyName, ...address, taxId]);
}

/** To whom it goes; the country where it is another than the seller's. */
export function buyerLines(
  customerId: string,
  customerName: string,
  customer: Partial<Customer>,
  settings: Settings,
  { labels }: DocumentWords,
): string[] {
  const isAbroad = countryCodeOf(customer.country ?? "") !== countryCodeOf(settings.companyCountry);
  const address = addressLines({ ...customer, customerId, customerName, country: customer.country });
  const shown = isAbroad || customer.country === undefined ? address : address.slice(0, -1);
  const taxId = customer.taxId === undefined ? "" : `${labels.taxId} ${customer.taxId}`;
  return filled([customerName, ...shown, taxId]);
}

/** The account to pay to and what to quote; the bank details of Settings where no IBAN is given. */
export function paymentLines(reference: string, settings: Settings, { labels }: DocumentWords): string[] {
  if (settings.companyIban === "") return textLines(settings.bankDetails);
  return filled([
    settings.companyName === "" ? "" : `${labels.account}: ${settings.companyName}`,
    `IBAN: ${settings.companyIban}`,
    settings.companyBic === "" ? "" : `BIC: ${settings.companyBic}`,
    `${labels.purpose}: ${reference}`,
  ]);
}

/** What stands at the foot of every page. */
export const footerOf = ({ documentFooter, companyName }: Settings): string =>
  documentFooter === "" ? companyName : documentFooter;
