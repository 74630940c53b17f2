import { join } from "node:path";
import { Decimal, type PlannedCell, type PlannedSheet } from "../../src/core/api";
import { dayCell, momentCell, numberCell, settingsSheet, sheetOf, textCell, type RealBook } from "./book";
import { readCsvFile } from "./csvFile";

const fileColumns = [
  "Id",
  "BilledCost",
  "ChargeCategory",
  "ChargeDescription",
  "ChargePeriodStart",
  "ListUnitPrice",
  "PricingQuantity",
  "PricingUnit",
  "ProviderName",
  "ServiceName",
  "SubAccountName",
] as const;
type Charge = Readonly<Record<(typeof fileColumns)[number], string>>;

/**
 * Costs are far below a cent, so this workbook counts in hundred-millionths of a dollar: its smallest amount, 0.01,
 * is a ten-billionth of a dollar, and a tolerance of 1 is the data set's own 0.00000001.
 */
export const UNITS_PER_DOLLAR = new Decimal(10).pow(8);
const UNIT_NOTE =
  "All prices and amounts of this workbook are in hundred-millionths of a US dollar: 100,000,000 is USD 1.00.";

const isNull = (text: string) => text === "NULL" || text === "";
const scaled = (dollars: string): PlannedCell => numberCell(new Decimal(dollars).times(UNITS_PER_DOLLAR));
const dayOf = ({ ChargePeriodStart }: Charge) => dayCell(ChargePeriodStart.slice(0, 10));
const hasQuantity = ({ PricingQuantity }: Charge) => !new Decimal(PricingQuantity).isZero();
const isPriced = ({ ListUnitPrice }: Charge) => !isNull(ListUnitPrice);

/** All charges are of this month, also the one that its provider put on the bill of the next. */
const MONTH = { name: "2024-09", first: "2024-09-01", last: "2024-09-30" } as const;

/** Every charge line is a contract of its own, so that each is compared alone; its sub account is the customer. */
function lineSheets(charges: readonly Charge[]): PlannedSheet[] {
  return [
    settingsSheet({ Currency: "USD", "Reconciliation tolerance": 1, "Terms and conditions": UNIT_NOTE }),
    sheetOf("Contracts", charges, {
      "Contract ID": ({ Id }) => textCell(Id),
      "Customer ID": ({ SubAccountName }) => textCell(SubAccountName),
      "Start date": () => dayCell(MONTH.first),
      "End date": () => dayCell(MONTH.last),
    }),
    sheetOf("Prices", charges.filter(isPriced), {
      "Contract ID": ({ Id }) => textCell(Id),
      Product: ({ ServiceName }) => textCell(ServiceName),
      Description: ({ ChargeDescription }) => textCell(ChargeDescription),
      "Pricing model": () => textCell("per_unit"),
      Unit: ({ PricingUnit }) => textCell(PricingUnit),
      "Unit price": ({ ListUnitPrice }) => scaled(ListUnitPrice),
      "Negative usage": () => textCell("Mirror"),
    }),
    sheetOf("Usage", charges.filter(hasQuantity), {
      "Contract ID": ({ Id }) => textCell(Id),
      Meter: ({ ServiceName }) => textCell(ServiceName),
      Date: ({ ChargePeriodStart }) => momentCell(ChargePeriodStart),
      Quantity: ({ PricingQuantity }) => numberCell(PricingQuantity),
      "Charge category": ({ ChargeCategory }) => textCell(ChargeCategory),
    }),
    sheetOf("Invoice lines", charges, {
      "Invoice number": ({ SubAccountName }) => textCell(`${MONTH.name} ${SubAccountName}`),
      "Contract ID": ({ Id }) => textCell(Id),
      Product: ({ ServiceName }) => textCell(ServiceName),
      Description: ({ ChargeDescription }) => textCell(ChargeDescription),
      "Period start": dayOf,
      "Period end": dayOf,
      Quantity: ({ PricingQuantity }) => numberCell(PricingQuantity),
      Unit: ({ PricingUnit }) => textCell(PricingUnit),
      Amount: ({ BilledCost }) => scaled(BilledCost),
    }),
  ];
}

const contractOf = ({ SubAccountName, ProviderName }: Charge) => `${SubAccountName} ${ProviderName}`;

function firstByKey(charges: readonly Charge[], keyOf: (charge: Charge) => string): Charge[] {
  return [...new Map([...charges].reverse().map((charge) => [keyOf(charge), charge])).values()].reverse();
}

/** The billed costs passed on as they are, in dollars: a contract a sub account and provider, a price a service. */
function accountSheets(charges: readonly Charge[]): PlannedSheet[] {
  const contracts = firstByKey(charges, contractOf);
  const prices = firstByKey(charges, (charge) => `${contractOf(charge)}|${charge.ServiceName}`);
  return [
    settingsSheet({ Currency: "USD", "Invoice grouping": "customer", "Line rounding": "invoice" }),
    sheetOf("Contracts", contracts, {
      "Contract ID": (charge) => textCell(contractOf(charge)),
      "Customer ID": ({ SubAccountName }) => textCell(SubAccountName),
      "Start date": () => dayCell(MONTH.first),
    }),
    sheetOf("Prices", prices, {
      "Contract ID": (charge) => textCell(contractOf(charge)),
      Product: ({ ServiceName }) => textCell(ServiceName),
      "Pricing model": () => textCell("per_unit"),
      Unit: () => textCell("USD"),
      "Unit price": () => numberCell(1),
      "Negative usage": () => textCell("Mirror"),
    }),
    sheetOf("Usage", charges, {
      "Contract ID": (charge) => textCell(contractOf(charge)),
      Meter: ({ ServiceName }) => textCell(ServiceName),
      Date: ({ ChargePeriodStart }) => momentCell(ChargePeriodStart),
      Quantity: ({ BilledCost }) => numberCell(BilledCost),
      "Event ID": ({ Id }) => textCell(Id),
    }),
  ];
}

/** Cloud usage with list prices and billed costs, in the FinOps FOCUS layout. */
export function focusCloudCostBooks(folder: string): RealBook[] {
  const charges = readCsvFile(join(folder, "focus_sample.csv"), fileColumns);
  return [
    {
      name: "focus-cloud-cost",
      shows: "every charge line re-rated at list price against its billed cost",
      sheets: lineSheets(charges),
    },
    {
      name: "focus-cloud-invoices",
      shows: "one invoice a sub account, rounded once",
      sheets: accountSheets(charges),
    },
  ];
}
