import { headers } from "./synonyms";
import { list, looseTierHeaders } from "./tierHeaders";

/**
 * Headers of spreadsheets that people keep by hand, in several languages. Each is looser than those of `headers`: it means
 * the field only where no other column does, so that it never casts doubt on one that is sure.
 */
const loose = {
  customerId: list(`
    Cust ID; Cust; Cust #; Cust Nr; Customer #; Customer code; Customer ref; Customer reference; Account #; Account No; Acc;
    Acc ID; Acc No; Acc #; Acct ID; Acct No; A/C; A/C No; Client Number; Client ref; Client account; Member ID;
    Member No; Member Number; Membership No; Subscriber ID; Subscriber No; Tenant; Tenant No; Kunden-Nr; Kunden-ID;
    Debitorennummer; Debitoren-Nr; N° de client; Numéro client; Numéro de client; Code client; N° d'abonné;
    N° abonné; Numéro d'abonné; Abonné; ID client; Réf client;
    Nº cliente; Número de cliente; ID cliente; Codice cliente; Numero cliente; Klantnummer; Klantnr; Klant-ID; Client; Kunde; Klant; Cliente`),
  customerName: list(`
    Account holder; Business name; Trading name; Member; Member name; Tenant name; Organisation; Organization; Subscriber; Subscriber name; Raison sociale;
    Nom; Nom du client; Nombre; Ragione sociale; Nome; Klantnaam; Bedrijf`),
  contractId: list(`
    Matter; Matter No; Matter Number; Contract ref; Contract reference; Contract Nr; Agreement #; Agreement Number; Agreement ref; Subscription No;
    Subscription #; SOW #; Vertrags-ID; Vertrags-Nr; N° contrat; N° de contrat; Numéro de contrat; Réf contrat; Contrato;
    Nº contrato; Número de contrato; Contratto; N° contratto; Contractnummer; Contractnr`),
  start: list(`
    Starts; Started; Started on; Starts on; Opened; Opened on; Date opened; Account opened; Installed; Installed on;
    Installation date; Activated; Activated on; Activation date; Starting; Start of contract; Start of service; Commencement; Commencement date; Commences;
    Live from; Live since; Go-live; Go-live date; Active from; Customer since; Member since; Move-in; Move-in date; Moved in;
    Since; Joined; Joined on; Join date; From date; Seit; Ab; Vertragsstart; Laufzeit von; Mietbeginn; Lieferbeginn; Début; Début du contrat; Date d'effet; Depuis;
    Date début; Fecha de inicio; Inicio; Data inizio; Inizio; Ingangsdatum; Begindatum`),
  end: list(`
    Ends; Ends on; Ended; End of contract; End of service; Active to; Active until; Until; Expires; Expiry; Expiry date;
    To date; Leave date; Left; Left on; Move-out; Move-out date; Laufzeit bis; Mietende; Lieferende; Bis; Fin; Fin du contrat; Date fin;
    Jusqu'au; Fecha de fin; Fecha fin; Data fine; Einddatum`),
  frequency: list(`
    Inv. cycle; Inv. frequency; Billing freq; Rechnungszyklus; Abrechnungszyklus; Facturation; Fréquence;
    Fréquence de facturation; Frecuencia; Fatturazione; Facturatie`),
  terms: list(`
    Payment term; Pmt terms; Payment conditions; Credit terms; Payment days; Credit days; Zahlungsziel; Zahlungsfrist;
    Conditions de paiement; Délai de paiement; Condiciones de pago; Termini di pagamento; Betalingstermijn`),
  product: list(`
    Service type; Line item; Article; Prestation; Produit; Artículo; Servicio; Producto; Prodotto; Servizio; Articolo; Dienst;
    Product or service; Equipment; Machine; Gerät; Maschine; Matériel; Timekeeper; Fee earner`),
  meter: list(`
    Service type; Type of usage; Line item; Article; Prestation; Produit; Artículo; Servicio; Producto; Prodotto; Servizio;
    Articolo; Dienst; Activity; Tätigkeit; Verbrauchsart; Product name; Service name; Item name; Charge; Charge type;
    Equipment; Machine; Gerät; Maschine; Matériel; Timekeeper; Fee earner`),
  unitPrice: looseTierHeaders.unitPrice,
  flatFee: looseTierHeaders.flatFee,
  commitment: list(`
    Minimum commit; Minimum monthly spend; Min. monthly spend; Min. spend; Monthly minimum; Minimum billing; Min. billing;
    Minimum monthly charge; Minimum per month; Min. per month; Mindestumsatz; Mindestabnahme; Minimum garanti`),
  minimum: list(`
    Min. charge; Min. fee; Min. amount; Min; Mindestbetrag; Mindestpreis; Mindestberechnung; Minimum de facturation; Mínimo;
    Minimo`),
  included: list(`
    Incl; Incl. units; Incl. qty; Included qty; Included minutes; Incl. minutes; Incl. mins; Included mins; Included hours;
    Incl. hours; Incl. hrs; Free quota; Free mins; Free minutes; Free hours; Inklusive; Inklusivmenge; Inklusivstunden; Inklusivminuten; Freieinheiten; Freiminuten; Freistunden; Freikontingent; Inklusiveinheiten; Inclus;
    Quantité incluse; Incluido; Incluso; Inbegrepen`),
  discount: list(`Disc; Discount percentage; Reduction; Nachlass; Remise; Descuento; Sconto; Korting`),
  plan: list(`Package; Service plan; Price group; Tariff plan; Preisgruppe; Formule`),
  freeUntil: list(`Rent free until; Free of charge until; Mietfrei bis`),
  taxRate: list(`Tax percentage; Rate of VAT; Umsatzsteuer; Taux TVA`),
  priceFrom: list(`
    From; Start date; Start; Starts; Starting; Date from; From date; Effective start; Effective start date; Begin; Begins; Valid as of; Valid since; In force from; As of;
    Price start; Price valid from; Applies from; Gültig von; Gültig seit; Von; Ab; Seit; Beginn; Preis ab; Valable du; Valable dès; Valable à partir du;
    À partir du; Du; Début; Date de début; Date d'effet; Válido desde; Vigente desde; Desde; Fecha de inicio; Inicio; Valido dal; Valido da; Dal; Data inizio;
    Geldig vanaf; Geldig van; Vanaf; Ingangsdatum; Begindatum`),
  priceTo: list(`
    To; End date; End; Ends; Ending; Date to; To date; Until; Effective end; Effective end date; Effective until; Valid till; Valid through; In force until; Expires;
    Expiry; Expiry date; Price end; Price valid to; Price valid until; Applies to; Applies until; Bis; Ende; Preis bis; Valable jusqu'au; Jusqu'au; Au; Fin;
    Date de fin; Válido hasta; Vigente hasta; Hasta; Fecha de fin; Fin de vigencia; Valido fino al; Valido al; Al; Fino al; Data fine; Geldig tot; Geldig t/m; Tot;
    Tot en met; T/m; Einddatum`),
  usageTime: list(`
    Usage day; Date of use; Service date; Call date; Reading date; Read on; Date read; Activity date; Work date; Month;
    Usage month; Ablesung; Ablesedatum; Ablesetag; Lesedatum; Leistungsdatum; Leistungstag; Tag; Monat; Verbrauchsmonat;
    Date de relevé; Date du relevé; Date relevé; Jour; Mois; Fecha; Día; Mes; Giorno; Mese; Maand; Dag`),
  quantity: list(`
    Qty used; Quantity used; Consumption; Amount used; Hrs; Mins; Minutes; Units used; No. of units; Pieces; Pcs; Stunden;
    Minuten; Anzahl; Stück; Verbrauch; Stk; Consommation; Heures; Qté; Cantidad; Consumo; Quantità; Ore; Hoeveelheid;
    Verbruik; Uren; Aantal`),
  unit: list(`Units of measure; U/M; Mengeneinheit; Unidad; Unità; Eenheid`),
  amount: list(`Amount net; Montant; Montant HT; Importe; Importo; Bedrag`),
  currency: list(`Cur; Curr; Moneda; Divisa; Valuta; Munt; Munteenheid; Monnaie`),
  description: list(`Bezeichnung; Libellé; Descripción; Descrizione; Omschrijving`),
} as const;

/** Headers that are the customer's id where they stand alone, and the name beside a column that is surely the id. */
export const nameBesideId: readonly string[] = [
  ...["Customer", "Account", "Debtor", "Debitor", "Client", "Kunde", "Klant", "Cliente"],
];

/** VAT under a percent sign is a rate, and no tax code. */
export const isTaxPercent = (header: string): boolean =>
  /^(?:vat|gst|mwst|mwst\.|ust|ust\.|tva|iva|btw|tax|sales tax)(?:\s*%|\s*[([]\s*%\s*[)\]]|\s+in\s+%)$/i.test(
    header.trim(),
  );

/** The synonyms of a field, those of exports and those of everyday sheets, the second as its last choices. */
export function headersOf(field: keyof typeof headers & keyof typeof loose) {
  return alsoHeaded(headers[field], field);
}

/** The same beside synonyms that a table has of its own. */
export function alsoHeaded(synonyms: readonly string[], field: keyof typeof loose) {
  const isOfId = (name: string) => field === "customerName" && nameBesideId.includes(name);
  return {
    synonyms: [...synonyms.filter((name) => !isOfId(name)), ...loose[field]],
    lastChoices: loose[field],
  };
}
