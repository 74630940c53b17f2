/** The headings of a Swiss QR bill, as the guidelines word them in the official languages and in English. */
export interface SwissWords {
  readonly receipt: string;
  readonly paymentPart: string;
  readonly payableTo: string;
  readonly reference: string;
  readonly message: string;
  readonly payableBy: string;
  readonly payableByBlank: string;
  readonly currency: string;
  readonly amount: string;
  readonly acceptance: string;
  readonly separate: string;
}

const english: SwissWords = {
  receipt: "Receipt",
  paymentPart: "Payment part",
  payableTo: "Account / Payable to",
  reference: "Reference",
  message: "Additional information",
  payableBy: "Payable by",
  payableByBlank: "Payable by (name/address)",
  currency: "Currency",
  amount: "Amount",
  acceptance: "Acceptance point",
  separate: "Separate before paying in",
};

const german: SwissWords = {
  receipt: "Empfangsschein",
  paymentPart: "Zahlteil",
  payableTo: "Konto / Zahlbar an",
  reference: "Referenz",
  message: "Zusätzliche Informationen",
  payableBy: "Zahlbar durch",
  payableByBlank: "Zahlbar durch (Name/Adresse)",
  currency: "Währung",
  amount: "Betrag",
  acceptance: "Annahmestelle",
  separate: "Vor der Einzahlung abzutrennen",
};

const french: SwissWords = {
  receipt: "Récépissé",
  paymentPart: "Section paiement",
  payableTo: "Compte / Payable à",
  reference: "Référence",
  message: "Informations supplémentaires",
  payableBy: "Payable par",
  payableByBlank: "Payable par (nom/adresse)",
  currency: "Monnaie",
  amount: "Montant",
  acceptance: "Point de dépôt",
  separate: "A détacher avant le versement",
};

const italian: SwissWords = {
  receipt: "Ricevuta",
  paymentPart: "Sezione pagamento",
  payableTo: "Conto / Pagabile a",
  reference: "Riferimento",
  message: "Informazioni supplementari",
  payableBy: "Pagabile da",
  payableByBlank: "Pagabile da (nome/indirizzo)",
  currency: "Valuta",
  amount: "Importo",
  acceptance: "Punto di accettazione",
  separate: "Da staccare prima del versamento",
};

const byLanguage: Readonly<Record<string, SwissWords>> = { de: german, fr: french, it: italian };

/** Headings in a language of Switzerland, else in English. */
export const swissWordsOf = (language: string): SwissWords => byLanguage[language] ?? english;
