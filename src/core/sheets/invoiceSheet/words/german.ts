import { LAST_DAY } from "../../../calendar/day";
import { notations } from "../../../calendar/notation";
import type { InvoiceWords, Notation } from "./invoiceWords";

const notation: Notation = {
  ...notations.de,
  span: ({ from, to }) => {
    if (from === to) return notation.day(from);
    return to === LAST_DAY ? `ab ${notation.day(from)}` : `${notation.day(from)} bis ${notation.day(to)}`;
  },
  percent: (fraction) => `${notation.figure(fraction.times(100))} %`,
};

/** The printed invoice in German. */
export const german: InvoiceWords = {
  notation,
  titles: {
    invoice: { draft: "Rechnungsentwurf", valid: "Rechnung", void: "Rechnung (storniert)" },
    credit_note: { draft: "Gutschriftsentwurf", valid: "Gutschrift", void: "Gutschrift (storniert)" },
  },
  labels: {
    taxId: "USt-IdNr.",
    billTo: "Rechnung an",
    draftReference: "Entwurf",
    number: { invoice: "Rechnungsnummer", credit_note: "Gutschriftsnummer" },
    date: { invoice: "Rechnungsdatum", credit_note: "Gutschriftsdatum" },
    dueDate: "Fällig am",
    corrects: "Zu Rechnung",
    servicePeriod: "Leistungszeitraum",
    paymentTerms: "Zahlungsziel",
    poNumber: "Bestellnummer",
    buyerReference: "Ihre Referenz",
    customerId: "Kundennummer",
    contract: "Vertrag",
    otherLines: "Sonstiges",
    description: "Beschreibung",
    quantity: "Menge",
    unit: "Einheit",
    unitPrice: "Einzelpreis",
    amount: "Betrag",
    packages: "Pakete",
    subtotal: "Zwischensumme",
    taxBase: "auf",
    total: "Gesamt",
    payment: "Zahlung",
    terms: "Geschäftsbedingungen",
    page: "Seite &P von &N",
  },
  due: {
    due: "Zu zahlen",
    credited: "Gutgeschrieben",
    draftDue: "Zahlbar nach Versand",
    draftCredited: "Gutschrift nach Versand",
    cancelled: "Storniert",
  },
  sentences: {
    draft: "ENTWURF zur Prüfung: nicht versandt, keine Zahlung fällig",
    cancelled: "Dieser Beleg ist storniert",
    credit: (title, invoice, of, reason) =>
      `${title}${invoice && ` zu Rechnung ${invoice}`}${of && ` vom ${of}`}${reason && `: ${reason}`}`,
    nothingToPay: "Es ist nichts zu zahlen.",
    noPayment: "Dieser Beleg ist storniert; es ist keine Zahlung fällig.",
    credited: (invoice) =>
      `Dieser Betrag wird Ihrem Konto gutgeschrieben${invoice && ` (zu Rechnung ${invoice})`}; es ist nichts zu zahlen.`,
    creditedOnceIssued: (invoice) =>
      `Nach Versand wird dieser Betrag Ihrem Konto gutgeschrieben${invoice && ` (zu Rechnung ${invoice})`}.`,
    dueBy: (day, terms) => `bis ${day}${terms && ` (${terms})`}`,
    onReceipt: "sofort nach Erhalt",
    pay: (when, number) => `Bitte zahlen Sie den Betrag ${when} unter Angabe von ${number}.`,
    onceIssued: (when) => `Noch ist keine Zahlung fällig. Nach Versand ist der Betrag ${when} zu zahlen.`,
    discount: (day, percent) => `Bei Zahlung bis ${day} können Sie ${percent} Skonto abziehen.`,
  },
  reasons: {
    share: ({ numerator, denominator }, full) => `${String(numerator)}/${String(denominator)} von ${full}`,
    includes: (fee) => `darin Grundgebühr ${fee}`,
    packagesOf: (quantity, size) => `${quantity} in Paketen zu ${size}`,
    included: (quantity, of) => `${quantity} von ${of} enthalten, ohne Berechnung`,
    free: "ohne Berechnung",
    discount: (percent, of) => `${percent} von ${of}`,
    minimum: (from, to) => `von ${from} auf den Mindestbetrag ${to} angehoben`,
    maximum: (from, to) => `von ${from} auf den Höchstbetrag ${to} begrenzt`,
    perEvent: { minimum: "Mindestbetrag je Vorgang", maximum: "Höchstbetrag je Vorgang" },
    commitment: (owed, billed) => `vereinbart ${owed}, abzüglich berechneter ${billed}`,
    late: (span) => `nachgemeldete Nutzung ${span}`,
    lateRest: (all, billed) => `${all} insgesamt, abzüglich bereits berechneter ${billed}`,
  },
  tier: ({ lower, upper, isClosed }) => {
    if (lower === "") return `Staffel bis ${upper}`;
    if (upper === "") return `Staffel über ${lower}`;
    return isClosed ? `Staffel ${lower} bis ${upper}` : `Staffel über ${lower} bis ${upper}`;
  },
  kinds: { included: "enthalten", minimum: "Mindestbetrag", maximum: "Höchstbetrag", discount: "Rabatt" },
  reasonCodes: new Map([
    ["goodwill", "Kulanz"],
    ["sla", "Dienstgüte nicht eingehalten"],
    ["service", "Störung des Dienstes"],
    ["settlement", "vereinbarter Vergleich"],
    ["discount", "nachträglicher Rabatt"],
    ["usage", "berichtigte Nutzung"],
    ["price", "berichtigter Preis"],
    ["priceerror", "berichtigter Preis"],
    ["quantity", "berichtigte Menge"],
    ["tax", "berichtigte Steuer"],
    ["duplicate", "doppelt berechnet"],
    ["other", "sonstiger Grund"],
    ["rebill", "storniert und neu berechnet"],
  ]),
};
