import { creditorReference, isIban, modulo10Recursive } from "../base/checkDigits";
import type { Customer } from "../catalog/records";
import { isCreditNote } from "../documents/documentKinds";
import type { RegisteredInvoice } from "../documents/register";
import type { Settings } from "../settings/settings";
import { countryCodeOf } from "../sheets/invoiceSheet/countries";
import type { PaymentFault } from "./paymentCode";
import { swissPayload, type SwissAddress, type SwissPayment } from "./swissPayload";

/** The payment part of a Swiss QR bill, and what its code holds. */
export interface SwissBill extends SwissPayment {
  readonly payload: string;
}

const LARGEST_AMOUNT = "999999999.99";
const LONGEST_REFERENCE = 21;
/** Digits of a QR reference before its check digit. */
const REFERENCE_DIGITS = 26;

const ibanOf = ({ companyIban }: Settings) => companyIban.replace(/\s/g, "").toUpperCase();

/** Accounts in Switzerland and Liechtenstein are paid to with a QR bill. */
export const hasSwissAccount = (settings: Settings): boolean => /^(?:CH|LI)/.test(ibanOf(settings));

/** A QR-IBAN, whose institution is 30000 to 31999: it takes QR references alone. */
const isQrIban = (iban: string) => /^.{4}3[01]/.test(iban);

/**
 * The reference by which a payment is told: with a QR-IBAN the digits of the number, INV-2026-0001 is 20260001 and a check
 * digit; else the number as a reference of ISO 11649; a longer number has none and is said in the message.
 */
function referenceOf(iban: string, number: string): Pick<SwissPayment, "kind" | "reference"> | PaymentFault {
  if (isQrIban(iban)) {
    const digits = number.replace(/\D/g, "");
    if (digits === "" || digits.length > REFERENCE_DIGITS)
      return { key: "invoiceNumber", reason: "a QR-IBAN needs a number of 1 to 26 digits" };
    const padded = digits.padStart(REFERENCE_DIGITS, "0");
    return { kind: "QRR", reference: padded + String(modulo10Recursive(padded)) };
  }
  const text = number.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
  return text !== "" && text.length <= LONGEST_REFERENCE
    ? { kind: "SCOR", reference: creditorReference(text) }
    : { kind: "NON", reference: "" };
}

function creditorOf(settings: Settings): SwissAddress | PaymentFault {
  const needed = ["companyName", "companyPostalCode", "companyCity"] as const;
  const lacking = needed.find((key) => settings[key].trim() === "");
  if (lacking) return { key: lacking, reason: "a QR bill names the seller with postal code and city" };
  const country = countryCodeOf(settings.companyCountry);
  if (country === undefined) return { key: "companyCountry", reason: "a QR bill names the seller's country" };
  return {
    name: settings.companyName,
    street: settings.companyStreet,
    house: "",
    postalCode: settings.companyPostalCode,
    city: settings.companyCity,
    country,
  };
}

/** The buyer, where all of the address is there; else somebody writes it by hand. */
function debtorOf(document: RegisteredInvoice, customer: Partial<Customer>): SwissAddress | undefined {
  const { addressLine1 = "", postalCode = "", city = "" } = customer;
  const name = document.customerName ?? customer.customerName ?? "";
  const country = countryCodeOf(customer.country ?? "");
  if (name === "" || postalCode === "" || city === "" || country === undefined) return undefined;
  return { name, street: addressLine1, house: "", postalCode, city, country };
}

/** The QR bill of an invoice to an account in Switzerland or Liechtenstein, or why there is none. */
export function swissBill(
  document: RegisteredInvoice,
  customer: Partial<Customer>,
  settings: Settings,
): SwissBill | PaymentFault | undefined {
  const { total, currency = "", invoiceNumber } = document;
  const iban = ibanOf(settings);
  const isPayable =
    total !== undefined && total.greaterThanOrEqualTo("0.01") && total.lessThanOrEqualTo(LARGEST_AMOUNT);
  const code = currency.trim().toUpperCase();
  if (!isPayable || isCreditNote(document) || (code !== "CHF" && code !== "EUR")) return undefined;
  if (!isIban(iban) || iban.length !== 21)
    return { key: "companyIban", reason: "its check digits are wrong" };
  const creditor = creditorOf(settings);
  if ("reason" in creditor) return creditor;
  const reference = referenceOf(iban, invoiceNumber);
  if ("reason" in reference) return reference;
  const payment: SwissPayment = {
    iban,
    creditor,
    amount: total.toFixed(2),
    currency: code,
    debtor: debtorOf(document, customer),
    ...reference,
    message: invoiceNumber,
  };
  return { ...payment, payload: swissPayload(payment) };
}
