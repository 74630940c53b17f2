/**
 * Minor units of ISO 4217 (list one, 2024): decimals of a currency's amounts. Two unless listed.
 * Source: ISO 4217 maintenance agency, table A.1, column "Minor unit".
 */
const withTwo =
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF " +
  "CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ " +
  "GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD " +
  "MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD " +
  "RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD " +
  "USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";

const others: Readonly<Record<string, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const minorUnits: ReadonlyMap<string, number> = new Map([
  ...withTwo.split(" ").map((code) => [code, 2] as const),
  ...Object.entries(others).flatMap(([digits, codes]) =>
    codes.split(" ").map((code) => [code, Number(digits)] as const),
  ),
]);

/** A known ISO 4217 code in upper case, or undefined. */
export function currencyCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return minorUnits.has(code) ? code : undefined;
}

/** Decimals of the currency's amounts: USD 2, JPY 0, BHD 3. The code must be known. */
export function minorDigits(currency: string): number {
  return minorUnits.get(currency) ?? 2;
}
