import type { CaseCell } from "./caseBook";
import { october } from "./smallBook";
import { day, pounds, type Row, type Sheets } from "./tradeBook";

/** Books as five trades keep them; what each owes is reckoned by hand in `newUsers.test.ts`. */

/** A forwarder: a line a charge, minimums a shipment, a line for each client's currency. */
export const forwarder: Sheets = {
  Clients: {
    rows: [
      ["Halyard Forwarding Ltd"],
      ["Client accounts"],
      [],
      ["Client code", "Client name", "Account opened", "Terms", "Currency", "Contact"],
      ["H01", "Brightwell Toys", day("2024-05-01"), "30 days", "GBP", "Jo"],
      ["H02", "Norsk Fisk AS", day("2026-02-15"), "14 days", "EUR", "Ola"],
      ["H03", "Orchid Labs", october(10), "30 days", "GBP", null],
    ],
    merge: ["A1:F1", "A2:F2"],
  },
  "Tariff 2026": {
    rows: [
      ["Client code", "Charge", "Unit", "Rate", "Min per shipment"],
      ["H01", "Air freight", "kg", pounds(2.1), pounds(60)],
      ["H01", "Fuel surcharge", "kg", pounds(0.35)],
      ["H01", "Handling", "shipment", pounds(25)],
      ["H01", "Customs entry", "entry", pounds(45)],
      ["H02", "Air freight", "kg", "€ 1.95", "€ 60.00"],
      ["H02", "Fuel surcharge", "kg", "€ 0.40"],
      ["H02", "Handling", "shipment", "€ 30.00"],
      ["H02", "Customs entry", "entry", "€ 50.00"],
      ["H03", "Air freight", "kg", pounds(2.4), pounds(60)],
      ["H03", "Fuel surcharge", "kg", pounds(0.35)],
      ["H03", "Handling", "shipment", pounds(25)],
    ],
  },
  "Shipments Oct 2026": {
    rows: [
      ["Shipments, October 2026", null, null, null, null, null, "fuel % fixed to 31 Dec"],
      [],
      ["Job no", "Date", "Client code", "Charge", "Qty", "Unit", "Consignee"],
      ["J-1001", october(5), "H01", "Air freight", 120, "kg", "Oslo"],
      ["J-1001", october(5), "H01", "Fuel surcharge", 120, "kg", "Oslo"],
      ["J-1001", october(5), "H01", "Handling", 1, "shipment", "Oslo"],
      ["J-1001", october(5), "H01", "Customs entry", 1, "entry", "Oslo"],
      ["J-1002", october(12), "H01", "Air freight", 20, "kg", "Cork"],
      ["J-1002", october(12), "H01", "Fuel surcharge", 20, "kg", "Cork"],
      ["J-1002", october(12), "H01", "Handling", 1, "shipment", "Cork"],
      ["J-1003", october(15), "H02", "Air freight", 300, "kg", "Bergen"],
      ["J-1003", october(15), "H02", "Fuel surcharge", 300, "kg", "Bergen"],
      ["J-1003", october(15), "H02", "Handling", 1, "shipment", "Bergen"],
      ["J-1003", october(15), "H02", "Customs entry", 2, "entry", "Bergen"],
      ["J-1004", october(20), "H03", "Air freight", 75, "kg", "Leeds"],
      ["J-1004", october(20), "H03", "Fuel surcharge", 75, "kg", "Leeds"],
      ["J-1004", october(20), "H03", "Handling", 1, "shipment", "Leeds"],
      ["Total kg", null, null, null, 515],
    ],
    merge: ["A1:F1"],
  },
};

const percent = (v: number): CaseCell => ({ v, fmt: "0%" });

/** Software by plans: seats stand beside the customer, one has a price of its own, one a trial. */
export const software: Sheets = {
  Subscriptions: {
    rows: [
      ["Quillstack — active subscriptions"],
      ["Subscription", "Company", "Plan", "Seats", "Started on", "Discount", "Trial ends", "Currency"],
      ["S-01", "Amber Inc", "Growth", 12, day("2026-03-01"), percent(0.1), null, "USD"],
      ["S-02", "Birch LLC", "Starter", 3, october(16), null, october(20), "USD"],
      ["S-03", "Cobalt Ltd", "Growth", 40, day("2025-01-01"), "15%", null, "USD"],
    ],
    merge: ["A1:H1"],
  },
  "Price list": {
    rows: [
      ["Plan", "Subscription", "Item", "Pricing model", "Price", "Monthly price", "Per", "Included"],
      ["Starter", null, "Platform", "flat", null, "$29.00"],
      ["Starter", null, "Seats", "per seat", "$12.00"],
      ["Starter", null, "API calls", "per unit", "$0.50", null, 1000, 10000],
      ["Growth", null, "Platform", "flat", null, "$99.00"],
      ["Growth", null, "Seats", "per seat", "$18.00"],
      ["Growth", null, "API calls", "per unit", "$0.40", null, 1000, 50000],
      [null, "S-03", "Seats", "per seat", "$15.00"],
    ],
  },
  "API usage": {
    rows: [
      ["Subscription", "Metric", "Month", "Calls"],
      ["S-01", "API calls", "Sep 2026", 71000],
      ["S-01", "API calls", "Oct 2026", 82500],
      ["S-02", "API calls", "Oct 2026", 4000],
      ["S-03", "API calls", "Oct 2026", 310000],
      ["Grand total", null, null, 467500],
    ],
  },
};

const euro = (v: number): CaseCell => ({ v, fmt: '#,##0.00 "€"' });

/** Machines for hire, in German: a contract, its machine and its price in one row, days beside a deposit. */
export const rental: Sheets = {
  Mietverträge: {
    rows: [
      ["Baumaschinen Kurz GmbH – laufende Mieten"],
      [],
      [
        "Vertrag",
        "Kunde",
        "Gerät",
        "Preismodell",
        "Tagessatz",
        "Kaution",
        "Mietbeginn",
        "Mietende",
        "MwSt %",
      ],
      ["M-501", "Tiefbau Ohm", "Minibagger", "je Einheit", euro(145), euro(500), october(5), null, 19],
      [
        "M-502",
        "Garten Lenz",
        "Rüttelplatte",
        "je Einheit",
        euro(38.5),
        euro(150),
        october(12),
        october(16),
        19,
      ],
      ["M-503", "Hausbau Veit", "Gerüst", "je Einheit", euro(9.9), null, day("2026-08-01"), null, 19],
    ],
    merge: ["A1:I1"],
  },
  "Einsatztage Oktober": {
    rows: [
      ["Vertrag", "Gerät", "Datum", "Tage", "Bemerkung"],
      ["M-501", "Minibagger", "05.10.2026", "4", "Mo–Do"],
      ["M-501", "Minibagger", "12.10.2026", "2,5", "halber Tag Werkstatt"],
      ["M-502", "Rüttelplatte", "16.10.2026", "5", null],
      ["M-503", "Gerüst", "31.10.2026", "31", null],
      ["Summe", null, null, "42,5"],
    ],
  },
};

/** Water in French: readings, bands, a tax in percent, a subscription by the month. */
export const eau: Sheets = {
  Abonnés: {
    rows: [
      ["Régie des eaux de Valmont"],
      [],
      ["N° d'abonné", "Nom", "Date de début", "Devise", "TVA %"],
      ["A-101", "Mme Roche", day("2019-03-01"), "EUR", percent(0.055)],
      ["A-102", "Boulangerie Petit", day("2021-07-15"), "EUR", percent(0.055)],
      ["A-103", "M. Dubois", october(20), "EUR", percent(0.055)],
    ],
  },
  Tarifs: {
    rows: [
      ["Tarifs 2026", null, null, null, null, "votés le 12 décembre"],
      ["N° d'abonné", "Prestation", "Modèle de prix", "Prix unitaire", "Abonnement mensuel", "Tranches"],
      ...["A-101", "A-102", "A-103"].flatMap((id): Row[] => [
        [id, "Eau", "graduated", null, null, "0-30: 1,20; au-delà: 1,85"],
        [id, "Abonnement", "forfait", null, 4.5, null],
      ]),
    ],
  },
  "Relevés octobre 2026": {
    rows: [
      ["N° d'abonné", "Prestation", "Date du relevé", "Ancien index", "Nouvel index", "Consommation m³"],
      ["A-101", "Eau", "28/10/2026", 1412, 1433, { formula: "E2-D2", result: 21 }],
      ["A-102", "Eau", "28/10/2026", 9050, 9112.5, { formula: "E3-D3", result: 62.5 }],
      ["A-103", "Eau", "30/10/2026", 0, 6, { formula: "E4-D4", result: 6 }],
      ["Total", null, null, null, null, { formula: "SUM(F2:F4)", result: 89.5 }],
    ],
  },
};

/** A cold store: names merged over their rows, a subtotal a customer, rates beside the rows. */
export const coldStore: Sheets = {
  Customers: {
    rows: [
      ["Customer", "Account", "Since", "Ccy", "Minimum per month"],
      ["Amber Foods", "CS1", day("2025-04-01"), "USD", null],
      ["Basil Foods", "CS2", day("2025-09-01"), "USD", "$400.00"],
    ],
  },
  Rates: {
    rows: [
      ["Account", "Service", "Model", "Rate", "Unit"],
      ["CS1", "Frozen", "per unit", "$0.62", "pallet day"],
      ["CS1", "In/out", "per unit", "$4.50", "pallet"],
      ["CS2", "Frozen", "per unit", "$0.70", "pallet day"],
      ["CS2", "In/out", "per unit", "$5.00", "pallet"],
    ],
  },
  "October usage": {
    rows: [
      ["Storage report October 2026"],
      [],
      ["Account", "Service", "Week ending", "Quantity", null, "Call Ann for keys"],
      ["CS1", "Frozen", october(4), 480, null, "door 3"],
      [null, "Frozen", october(11), 840, null, null],
      [null, "In/out", october(11), 12, null, null],
      ["Subtotal CS1", null, null, 1332, null, null],
      ["CS2", "Frozen", october(4), 60, null, null],
      [null, "Frozen", october(18), 210, null, null],
      [null, "In/out", october(18), 8, null, null],
      ["Subtotal CS2", null, null, 278, null, null],
      ["Grand total", null, null, 1610, null, null],
    ],
    merge: ["A1:F1", "A4:A6", "A8:A10"],
  },
};
