import type { CaseCell } from "./caseBook";
import { october } from "./smallBook";
import { day, pounds, type Sheets } from "./tradeBook";

/** Five more books with other habits; what each owes is reckoned by hand in `newUsersMore.test.ts`. */

/** Copiers: counters before and now, prices in pence, a machine a contract. */
export const copiers: Sheets = {
  Contracts: {
    rows: [
      ["Contract no", "Customer", "Machine", "Installed", "Ccy", "Min per month"],
      ["C-77", "Town Library", "MX-31", day("2025-02-01"), "GBP", pounds(25)],
      ["C-78", "Gray & Co", "MX-50", day("2025-06-01"), "GBP", null],
    ],
  },
  Prices: {
    rows: [
      ["Contract no", "Item", "Pricing model", "Click price"],
      ["C-77", "Mono", "per click", "0.45p"],
      ["C-77", "Colour", "per click", "4.2p"],
      ["C-78", "Mono", "per click", "0.40p"],
      ["C-78", "Colour", "per click", "3.9p"],
    ],
  },
  "Meter readings Oct": {
    rows: [
      ["Contract no", "Item", "Read on", "Previous", "Current"],
      ["C-77", "Mono", october(30), 120400, 123400],
      ["C-77", "Colour", october(30), 8000, 8150],
      ["C-78", "Mono", october(31), 55000, 67500],
      ["C-78", "Colour", october(31), 900, 2900],
    ],
  },
};

const hours = (v: number): CaseCell => ({ v: v / 24, fmt: "[h]:mm" });

/** A law firm: time by role in hours and minutes, a discount a matter, costs laid out. */
export const lawyers: Sheets = {
  Matters: {
    rows: [
      ["Hale & Stone LLP — open matters"],
      ["Matter", "Client", "Opened", "Courtesy discount", "Currency"],
      ["2026-014", "Orbit Inc", day("2026-02-02"), "5%", "USD"],
      ["2026-031", "Plume LLC", day("2026-09-14"), null, "USD"],
    ],
    merge: ["A1:E1"],
  },
  Rates: {
    rows: [
      ["Matter", "Timekeeper", "Model", "Hourly rate", "Unit"],
      ["2026-014", "Partner", "hourly", "$520.00", "hours"],
      ["2026-014", "Associate", "hourly", "$310.00", "hours"],
      ["2026-031", "Partner", "hourly", "$560.00", "hours"],
    ],
  },
  "Time entries October": {
    rows: [
      ["Date", "Matter", "Timekeeper", "Time", "Narrative"],
      ["10/02/2026", "2026-014", "Partner", hours(1.5), "call re: lease"],
      ["10/15/2026", "2026-014", "Associate", hours(6.75), "draft"],
      ["10/28/2026", "2026-014", "Associate", hours(27.25), "review"],
      ["10/29/2026", "2026-031", "Partner", hours(2), "meeting"],
      [null, null, "Total", hours(37.5), null],
    ],
  },
  Disbursements: {
    rows: [
      ["Matter", "Date", "Amount", "What for"],
      ["2026-014", "10/20/2026", 85, "court fee"],
    ],
  },
};

/** Charging in Dutch: commas in texts, a fee a session, days with a time. */
export const laadpalen: Sheets = {
  Contracten: {
    rows: [
      ["Contractnummer", "Klant", "Ingangsdatum", "BTW %", "Valuta"],
      ["L-1", "De Vries BV", "01-04-2025", "21%", "EUR"],
      ["L-2", "Bakker & Zn", "15-10-2026", "21%", "EUR"],
    ],
  },
  Tarieven: {
    rows: [
      ["Contractnummer", "Dienst", "Prijsmodel", "Prijs", "Vaste kosten"],
      ["L-1", "Laden", "per kWh", "0,39", null],
      ["L-1", "Starttarief", "per sessie", "0,50", null],
      ["L-2", "Laden", "per kWh", "0,42", null],
      ["L-2", "Laadpas", "vast", null, "4,95"],
    ],
  },
  "Verbruik oktober": {
    rows: [
      ["Sessie", "Contractnummer", "Dienst", "Datum", "Hoeveelheid"],
      ["S1", "L-1", "Laden", "02-10-2026 08:15", "12,345"],
      ["S1", "L-1", "Starttarief", "02-10-2026 08:15", "1"],
      ["S2", "L-1", "Laden", "13-10-2026 19:40", "40,655"],
      ["S2", "L-1", "Starttarief", "13-10-2026 19:40", "1"],
      ["S3", "L-2", "Laden", "20-10-2026 10:05", "100,5"],
      ["Totaal", null, null, null, "155,5"],
    ],
  },
};

/** A studio in Spanish: a fee by plan, classes beyond those included, a discount for some. */
export const estudio: Sheets = {
  Contratos: {
    rows: [
      ["Estudio Luz — socios"],
      ["Contrato", "Cliente", "Plan", "Fecha de inicio", "Descuento", "Moneda"],
      ["E-1", "Ana Ruiz", "Básico", "05/01/2026", 10, "EUR"],
      ["E-2", "Leo Gil", "Total", "20/09/2025", null, "EUR"],
    ],
  },
  Tarifas: {
    rows: [
      ["Plan", "Servicio", "Modelo", "Precio", "Cuota fija", "Incluido"],
      ["Básico", "Cuota", "fijo", null, "39,00 €", null],
      ["Básico", "Clases", "por unidad", "9,50 €", null, 4],
      ["Total", "Cuota", "fijo", null, "79,00 €", null],
      ["Total", "Clases", "por unidad", "7,00 €", null, 12],
    ],
  },
  "Consumo octubre": {
    rows: [
      ["Contrato", "Servicio", "Mes", "Cantidad"],
      ["E-1", "Clases", "10/2026", 7],
      ["E-2", "Clases", "10/2026", 10],
    ],
  },
};

/** A data centre: one line a service, recurring and one-off charges side by side, months as Oct-26. */
export const racks: Sheets = {
  Agreements: {
    rows: [
      ["Agreement", "Customer", "Start", "Curr", "VAT %"],
      ["DC-9", "Fjord Data", october(16), "EUR", 0.25],
    ],
  },
  "Price list": {
    rows: [
      ["Agreement", "Service", "Model", "MRC", "NRC", "Rate per kWh"],
      ["DC-9", "Half rack", "flat", 620, 900, null],
      ["DC-9", "Cross connect", "flat", 45, 150, null],
      ["DC-9", "Power", "per kWh", null, null, 0.241],
    ],
  },
  "Usage 2026": {
    rows: [
      ["Agreement", "Service", "Month", "kWh"],
      ["DC-9", "Power", "Oct-26", 412.5],
    ],
  },
};
