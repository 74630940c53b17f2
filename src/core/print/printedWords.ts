import { languageCodeOf, notations, type LanguageCode, type Notation } from "../calendar/notation";

/** All texts of a printed document in one language. */
export interface PrintedWords extends Notation {
  /** As in HTML. */
  readonly code: LanguageCode;
  readonly invoice: string;
  readonly creditNote: string;
  readonly draft: string;
  readonly draftNote: string;
  readonly billTo: string;
  readonly number: string;
  readonly date: string;
  readonly dueDate: string;
  readonly period: string;
  readonly corrects: string;
  readonly poNumber: string;
  readonly reference: string;
  readonly customerId: string;
  readonly contract: string;
  readonly terms: string;
  readonly taxId: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly subtotal: string;
  readonly taxOn: (name: string, base: string) => string;
  readonly total: string;
  readonly payment: string;
  readonly account: string;
  readonly purpose: string;
  readonly scan: string;
  readonly link: string;
  readonly page: (page: number, of: number) => string;
}

const english: PrintedWords = {
  code: "en",
  invoice: "Invoice",
  creditNote: "Credit note",
  draft: "DRAFT",
  draftNote: "Draft for review: not issued, no payment is due.",
  billTo: "Bill to",
  number: "Number",
  date: "Date",
  dueDate: "Due date",
  period: "Service period",
  corrects: "Corrects",
  poNumber: "PO number",
  reference: "Your reference",
  customerId: "Customer no.",
  contract: "Contract",
  terms: "Terms",
  taxId: "Tax ID",
  description: "Description",
  quantity: "Quantity",
  unitPrice: "Unit price",
  amount: "Amount",
  subtotal: "Subtotal",
  taxOn: (name, base) => `${name} on ${base}`,
  total: "Total",
  payment: "Payment",
  account: "Account holder",
  purpose: "Reference",
  scan: "Scan to pay by bank transfer",
  link: "Pay online",
  page: (page, of) => `Page ${String(page)} of ${String(of)}`,
  ...notations.en,
};

const german: PrintedWords = {
  code: "de",
  invoice: "Rechnung",
  creditNote: "Gutschrift",
  draft: "ENTWURF",
  draftNote: "Entwurf zur Prüfung: nicht versandt, keine Zahlung fällig.",
  billTo: "Rechnung an",
  number: "Nummer",
  date: "Datum",
  dueDate: "Fällig am",
  period: "Leistungszeitraum",
  corrects: "Zu Rechnung",
  poNumber: "Bestellnummer",
  reference: "Ihre Referenz",
  customerId: "Kundennummer",
  contract: "Vertrag",
  terms: "Zahlungsziel",
  taxId: "USt-IdNr.",
  description: "Beschreibung",
  quantity: "Menge",
  unitPrice: "Einzelpreis",
  amount: "Betrag",
  subtotal: "Zwischensumme",
  taxOn: (name, base) => `${name} auf ${base}`,
  total: "Gesamt",
  payment: "Zahlung",
  account: "Kontoinhaber",
  purpose: "Verwendungszweck",
  scan: "Zum Überweisen scannen",
  link: "Online bezahlen",
  page: (page, of) => `Seite ${String(page)} von ${String(of)}`,
  ...notations.de,
};

const french: PrintedWords = {
  code: "fr",
  invoice: "Facture",
  creditNote: "Avoir",
  draft: "BROUILLON",
  draftNote: "Brouillon à vérifier : non émis, aucun paiement dû.",
  billTo: "Facturé à",
  number: "Numéro",
  date: "Date",
  dueDate: "Échéance",
  period: "Période de service",
  corrects: "Corrige",
  poNumber: "N° de commande",
  reference: "Votre référence",
  customerId: "N° client",
  contract: "Contrat",
  terms: "Conditions",
  taxId: "N° TVA",
  description: "Désignation",
  quantity: "Quantité",
  unitPrice: "Prix unitaire",
  amount: "Montant",
  subtotal: "Total HT",
  taxOn: (name, base) => `${name} sur ${base}`,
  total: "Total TTC",
  payment: "Paiement",
  account: "Titulaire du compte",
  purpose: "Référence",
  scan: "Scanner pour payer par virement",
  link: "Payer en ligne",
  page: (page, of) => `Page ${String(page)} sur ${String(of)}`,
  ...notations.fr,
};

const spanish: PrintedWords = {
  code: "es",
  invoice: "Factura",
  creditNote: "Factura rectificativa",
  draft: "BORRADOR",
  draftNote: "Borrador para revisión: no emitida, sin pago pendiente.",
  billTo: "Facturar a",
  number: "Número",
  date: "Fecha",
  dueDate: "Vencimiento",
  period: "Período de servicio",
  corrects: "Rectifica",
  poNumber: "N.º de pedido",
  reference: "Su referencia",
  customerId: "N.º de cliente",
  contract: "Contrato",
  terms: "Condiciones",
  taxId: "NIF",
  description: "Descripción",
  quantity: "Cantidad",
  unitPrice: "Precio unitario",
  amount: "Importe",
  subtotal: "Base imponible",
  taxOn: (name, base) => `${name} sobre ${base}`,
  total: "Total",
  payment: "Pago",
  account: "Titular de la cuenta",
  purpose: "Concepto",
  scan: "Escanee para pagar por transferencia",
  link: "Pagar en línea",
  page: (page, of) => `Página ${String(page)} de ${String(of)}`,
  ...notations.es,
};

const dutch: PrintedWords = {
  code: "nl",
  invoice: "Factuur",
  creditNote: "Creditnota",
  draft: "CONCEPT",
  draftNote: "Concept ter controle: niet verzonden, nog niets te betalen.",
  billTo: "Factuur aan",
  number: "Nummer",
  date: "Datum",
  dueDate: "Vervaldatum",
  period: "Dienstperiode",
  corrects: "Corrigeert",
  poNumber: "Bestelnummer",
  reference: "Uw referentie",
  customerId: "Klantnummer",
  contract: "Contract",
  terms: "Betalingstermijn",
  taxId: "Btw-nummer",
  description: "Omschrijving",
  quantity: "Aantal",
  unitPrice: "Prijs per eenheid",
  amount: "Bedrag",
  subtotal: "Subtotaal",
  taxOn: (name, base) => `${name} over ${base}`,
  total: "Totaal",
  payment: "Betaling",
  account: "Rekeninghouder",
  purpose: "Kenmerk",
  scan: "Scan om per overschrijving te betalen",
  link: "Online betalen",
  page: (page, of) => `Pagina ${String(page)} van ${String(of)}`,
  ...notations.nl,
};

const italian: PrintedWords = {
  code: "it",
  invoice: "Fattura",
  creditNote: "Nota di credito",
  draft: "BOZZA",
  draftNote: "Bozza da verificare: non emessa, nessun pagamento dovuto.",
  billTo: "Intestata a",
  number: "Numero",
  date: "Data",
  dueDate: "Scadenza",
  period: "Periodo di servizio",
  corrects: "Rettifica",
  poNumber: "N. ordine",
  reference: "Vostro riferimento",
  customerId: "Codice cliente",
  contract: "Contratto",
  terms: "Termini",
  taxId: "Partita IVA",
  description: "Descrizione",
  quantity: "Quantità",
  unitPrice: "Prezzo unitario",
  amount: "Importo",
  subtotal: "Imponibile",
  taxOn: (name, base) => `${name} su ${base}`,
  total: "Totale",
  payment: "Pagamento",
  account: "Intestatario",
  purpose: "Causale",
  scan: "Scansiona per pagare con bonifico",
  link: "Paga online",
  page: (page, of) => `Pagina ${String(page)} di ${String(of)}`,
  ...notations.it,
};

const languages: Readonly<Record<LanguageCode, PrintedWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  it: italian,
};

/** The texts in a customer's language, by its code (de, de-AT) or name; English for all others. */
export function printedWordsOf(language = ""): PrintedWords {
  return languages[languageCodeOf(language) ?? "en"];
}
