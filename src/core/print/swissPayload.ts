/** An address as the Swiss QR code has it: structured, the number of the house may be in the street. */
export interface SwissAddress {
  readonly name: string;
  readonly street: string;
  readonly house: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export type ReferenceKind = "QRR" | "SCOR" | "NON";

/** What a Swiss QR bill says. */
export interface SwissPayment {
  readonly iban: string;
  readonly creditor: SwissAddress;
  /** With two decimals and a point. */
  readonly amount: string;
  readonly currency: "CHF" | "EUR";
  readonly debtor: SwissAddress | undefined;
  readonly kind: ReferenceKind;
  readonly reference: string;
  readonly message: string;
}

/** The characters that the guidelines allow: Latin with its accents, and the sign of the euro. */
const NOT_ALLOWED = /[^\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u20ac]/gu;

/** On one line, of the characters that are allowed, cut at a length. */
const fitting = (text: string, length: number) => {
  const allowed = text.normalize("NFC").replace(/\s/g, " ").replace(NOT_ALLOWED, "");
  return [...allowed.replace(/ +/g, " ").trim()].slice(0, length).join("");
};

function addressLines(address: SwissAddress | undefined): string[] {
  if (!address) return ["", "", "", "", "", "", ""];
  const { name, street, house, postalCode, city, country } = address;
  return [
    "S",
    fitting(name, 70),
    fitting(street, 70),
    fitting(house, 16),
    fitting(postalCode, 16),
    fitting(city, 35),
    country,
  ];
}

/**
 * What the code of a Swiss QR bill holds, version 2.x of the guidelines: an element a line, seven for each address, those
 * of the ultimate creditor always empty.
 */
export function swissPayload(payment: SwissPayment): string {
  const { iban, creditor, amount, currency, debtor, kind, reference, message } = payment;
  return [
    ...["SPC", "0200", "1", iban],
    ...addressLines(creditor),
    ...addressLines(undefined),
    ...[amount, currency],
    ...addressLines(debtor),
    ...[kind, reference, fitting(message, 140), "EPD"],
  ].join("\n");
}
