import type { customersTable } from "../../catalog/customers.table";
import type { settingDefinitions } from "../../settings/definitions";

type SettingKey = keyof typeof settingDefinitions;
type CustomerField = keyof typeof customersTable.columns;

/** What the law of a country asks of an invoice besides names, addresses and tax numbers where tax is charged. */
export interface CountryDemands {
  readonly seller: readonly SettingKey[];
  readonly buyer: readonly CustomerField[];
}

/** By the code of the seller's country; an invoice of a seller elsewhere is not looked at. */
export const countryDemands: ReadonlyMap<string, CountryDemands> = new Map([
  // The state decides on tax, and the ZIP code on its rate.
  ["US", { seller: ["companyRegion", "companyPostalCode"], buyer: ["region", "postalCode"] }],
  // Companies Act: the number of the register on every letter.
  ["GB", { seller: ["companyRegistration"], buyer: [] }],
  // § 14 UStG: a tax number also where no tax is charged; § 35a GmbHG: the register.
  ["DE", { seller: ["companyTaxId", "companyRegistration"], buyer: [] }],
  // Code de commerce L441-9, CGI annexe II 242 nonies A: SIREN of both sides, VAT number of the buyer.
  ["FR", { seller: ["companyTaxId", "companyRegistration"], buyer: ["registration", "taxId"] }],
  // Handelsregisterwet: the number of the chamber of commerce on every letter.
  ["NL", { seller: ["companyTaxId", "companyRegistration"], buyer: [] }],
  // Real Decreto 1619/2012: NIF of both sides.
  ["ES", { seller: ["companyTaxId"], buyer: ["taxId"] }],
  // DPR 633/1972 article 21: numbers of both sides, and where the exchange delivers it to.
  ["IT", { seller: ["companyTaxId", "companyRegistration"], buyer: ["taxId", "electronicAddress"] }],
  // MWSTG article 26 asks for what all ask for.
  ["CH", { seller: [], buyer: [] }],
  // A New Tax System Act, 29-70: the ABN also where no tax is charged.
  ["AU", { seller: ["companyTaxId"], buyer: [] }],
  // The province decides on tax.
  ["CA", { seller: ["companyRegion"], buyer: ["region"] }],
]);
