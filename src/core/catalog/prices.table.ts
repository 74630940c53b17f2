import { pricingModels, type PricingModelId } from "../pricing/registry";
import {
  choiceColumn,
  dayColumn,
  decimalColumn,
  idColumn,
  moneyColumn,
  percentColumn,
  required,
  textColumn,
} from "../schema/column";
import { refusesCertainParts } from "../schema/refusals";
import { defineTable, type RecordOf } from "../schema/table";
import { nameKey } from "../base/name";
import { NOTHING_CHARGED } from "./nothingCharged";
import { isPricePerNumber } from "./pricePer";
import { rhythmOf } from "./rhythms";
import { alsoHeaded, headersOf } from "./everydayHeaders";
import { headers } from "./synonyms";
import { tieredMeans } from "./tieredMeans";
import { usageTermColumns } from "./usageTermColumns";

/** A price per click or por clase is one of a unit, whatever the unit is called; a price per month is a fee. */
function perUnitInWords(text: string): "per_unit" | undefined {
  const unit = /^\s*(?:per|each|pro|je|par|por)\s+(\p{L}[\p{L}\d²³]{0,19}(?:\s\p{L}{1,19})?)\s*$/iu.exec(
    text,
  )?.[1];
  const isTime = unit !== undefined && rhythmOf(unit) !== undefined && nameKey(unit) !== "day";
  return unit === undefined || isTime || nameKey(unit) === "period" ? undefined : "per_unit";
}

const elsewhere: Readonly<Partial<Record<PricingModelId, readonly string[]>>> = {
  per_unit: [
    "Hourly",
    "Per hour",
    "Pro Einheit",
    "Je Einheit",
    "Stückpreis",
    "À l'unité",
    "Par unité",
    "Por unidad",
    "A unità",
    "Per stuk",
  ],
  flat: ["Pauschal", "Pauschale", "Fix", "Fixed", "Forfait", "Forfaitaire", "Fijo", "Fisso", "Vast"],
  package: ["Paket", "Pakket"],
};

/** Everyday names of the column. */
const loosely = [
  ...[
    "Charge basis",
    "Charging basis",
    "Billing model",
    "Billing method",
    "Charging",
    "Type of fee",
    "Fee type",
  ],
  ...[
    "Price basis",
    "Basis",
    "Charged by",
    "Abrechnungsart",
    "Preisart",
    "Modell",
    "Modèle",
    "Mode de facturation",
  ],
  ...["Modèle de prix", "Modelo", "Modello", "Prijsmodel"],
];

/** Where From and To are bounds and no days. */
const OR_TIERS =
  ", or leave the cell empty; bounds of quantities stand in Tiers, like 0-1000 @ 0.10; above @ 0.05";

const models = Object.fromEntries(
  pricingModels.map(({ id, title }) => [id, [id, title, ...(elsewhere[id] ?? [])]]),
) as unknown as Record<PricingModelId, readonly [string, ...string[]]>;

export const pricesTable = defineTable({
  title: "Prices",
  synonyms: [
    ...[
      "Rate card",
      "Price list",
      "Charges",
      "Pricing",
      "Rates",
      "Tariffs",
      "Preise",
      "Preisliste",
      "Preisblatt",
    ],
    ...["Tarife", "Tarifs", "Prix", "Grille tarifaire", "Precios", "Tarifas", "Prezzi", "Listino", "Prijzen"],
    ...["Tarieven", "Prijslijst", "Tarifario", "Lista de precios", "Tariffe", "Listino prezzi"],
  ],
  help: "What is charged under each contract. Without this table every Contracts row is also its price row.",
  columns: {
    contractId: idColumn({
      title: "Contract ID",
      ...headersOf("contractId"),
      help: "the contract that the price belongs to; blank for a price of a plan",
    }),
    plan: textColumn({
      title: "Plan",
      ...headersOf("plan"),
      help: "the plan whose contracts it applies to; with a Contract ID for that contract while it is on the plan",
    }),
    priceId: idColumn({
      title: "Price ID",
      synonyms: ["Charge number", "Rate ID", "SkuPriceId"],
      help: "default: Contract ID and product",
    }),
    product: required(textColumn({ title: "Product", ...headersOf("product"), help: "what is sold" })),
    description: textColumn({
      title: "Description",
      ...headersOf("description"),
      help: "printed on invoice lines",
    }),
    pricingModel: required(
      choiceColumn({
        title: "Pricing model",
        synonyms: ["Model", "Charge model", "Price type", "Pricing type", "Preismodell", ...loosely],
        lastChoices: loosely,
        help: "how the amount follows from the quantity",
        choices: models,
        otherwise: perUnitInWords,
        unclear: {
          words: ["tiered", "tier", "tiers", "tiered pricing", "stepped", "steps", "staffel", "gestaffelt"],
          right: tieredMeans,
        },
      }),
    ),
    meter: textColumn({
      title: "Meter",
      synonyms: ["Metric", "Usage Type", "Usage Name", "Event Name"],
      help: "default: the product",
    }),
    quantity: decimalColumn({
      title: "Quantity",
      orNone: ", or leave the cell empty if usage is counted",
      synonyms: ["Qty", "Seats", "Licences", "Licenses", "Contracted quantity", "Menge"],
      help: "a contracted quantity such as seats; priced in place of a meter",
      min: "0",
    }),
    unit: textColumn({ title: "Unit", ...headersOf("unit"), help: "e.g. GB, seat, call" }),
    unitPrice: decimalColumn({
      title: "Unit price",
      orNone: NOTHING_CHARGED,
      ...headersOf("unitPrice"),
      help: "price of one unit, or a rate such as 0.029",
      isHeader: isPricePerNumber,
      refuses: refusesCertainParts,
      takesPer: "unit",
    }),
    pricePer: decimalColumn({
      title: "Price per",
      synonyms: ["Per", "Price per units", "Unit price per", "Preis pro", "Preis je"],
      help: "for how many units the unit price is; default 1, and 1000 makes 4 the price of a thousand",
    }),
    currency: textColumn({
      title: "Currency",
      ...headersOf("currency"),
      help: "where filled it must be the contract's",
    }),
    tiers: textColumn({
      title: "Tiers",
      synonyms: [
        "Price tiers",
        "Bands",
        "Blocks",
        "Price blocks",
        "Staffel",
        "Staffelpreise",
        "Tranches",
        "Tramos",
        "Scaglioni",
      ],
      help: "1000: 0.10; 5000: 0.08; *: 0.05, or rows in the Tiers table",
      refuses: refusesCertainParts,
    }),
    packageSize: decimalColumn({
      title: "Package size",
      synonyms: ["Block size", "Pack size"],
      help: "units in a package",
    }),
    includedQuantity: decimalColumn({
      title: "Included quantity",
      orNone: ", or 0 if nothing is included",
      ...headersOf("included"),
      help: "taken off the quantity before pricing",
      min: "0",
    }),
    ...usageTermColumns,
    flatFee: decimalColumn({
      title: "Flat fee",
      isAmount: true,
      orNone: NOTHING_CHARGED,
      ...headersOf("flatFee"),
      help: "a fee beside or instead of a unit price",
      refuses: refusesCertainParts,
      takesPer: "time",
    }),
    minimum: moneyColumn({
      title: "Minimum",
      ...alsoHeaded(["Min amount", "Minimum fee", "Minimum charge"], "minimum"),
      help: "least amount per period",
      takesPer: "time",
      refuses: refusesCertainParts,
      min: "0",
    }),
    maximum: moneyColumn({
      title: "Maximum",
      synonyms: ["Max amount", "Cap", "Maximum fee"],
      help: "most per period",
      takesPer: "time",
      refuses: refusesCertainParts,
      min: "0",
    }),
    maximumPeriod: choiceColumn({
      title: "Maximum period",
      synonyms: ["Cap period"],
      help: "what the maximum is for; default Billing period. That of a contract year or contract is not cut by days. With Rate per = Event a blank is each event, Billing period all of them",
      choices: {
        billing_period: "Billing period",
        contract_year: ["Contract year", "Year", "Annual"],
        contract: ["Contract", "Term"],
      },
    }),
    discount: percentColumn({
      title: "Discount %",
      orNone: ", or 0 for none: an empty cell takes that of the contract or customer",
      ...headersOf("discount"),
      help: "12 or 12 % takes 12 percent off",
    }),
    setupFee: moneyColumn({
      title: "Setup fee",
      synonyms: headers.setupFee,
      help: "charged once, by the run that holds the first day of the price",
      refuses: refusesCertainParts,
      min: "0",
    }),
    freeUntil: dayColumn({
      title: "Free until",
      ...headersOf("freeUntil"),
      help: "the last day for which the price charges nothing",
    }),
    timing: choiceColumn({
      title: "Timing",
      synonyms: ["Billing timing", "Invoice timing"],
      help: "when a fixed fee is billed; default Advance. Usage is always in arrears",
      choices: { arrears: ["Arrears", "In arrears"], advance: ["Advance", "In advance"] },
    }),
    proration: choiceColumn({
      title: "Proration",
      synonyms: ["Prorate"],
      help: "whether a fixed fee of a short period is cut by days; default Daily",
      choices: { daily: ["Daily", "Yes"], none: ["None", "No"] },
    }),
    ratePer: choiceColumn({
      title: "Rate per",
      synonyms: ["Rated per", "Rate by"],
      help: "Event prices every usage row alone; default Period",
      choices: { period: "Period", event: "Event" },
    }),
    zeroUsage: choiceColumn({
      title: "Zero usage",
      help: "whether the first tier's flat fee is charged without usage; default Charge",
      choices: { charge: "Charge", no_charge: ["No charge", "None"] },
    }),
    negativeUsage: choiceColumn({
      title: "Negative usage",
      help: "Mirror credits a negative quantity, Zero counts it as nothing; default Error",
      choices: { error: "Error", mirror: "Mirror", zero: "Zero" },
    }),
    effectiveFrom: dayColumn({
      title: "Effective from",
      ...alsoHeaded(["Price from", "Valid from", "Effective Date", "Gültig ab"], "priceFrom"),
      orNone: OR_TIERS,
      help: "the first day of this price; blank from the contract's start",
    }),
    effectiveTo: dayColumn({
      title: "Effective to",
      ...alsoHeaded(["Price to", "Price until", "Valid to", "Valid until", "Gültig bis"], "priceTo"),
      orNone: OR_TIERS,
      help: "the last day of this price; blank to the contract's end",
    }),
    taxCode: idColumn({
      title: "Tax code",
      synonyms: headers.taxCode,
      help: "default: the contract's, the customer's, Settings'",
    }),
    unitCost: decimalColumn({
      title: "Unit cost",
      help: "what one unit costs the seller, for the margin in Key figures",
      min: "0",
    }),
    revenueAccount: idColumn({
      title: "Revenue account",
      synonyms: ["GL account", "G/L Account", "AccountCode", "Account code", "Nominal code", "Erlöskonto"],
      help: "for the accounting export",
    }),
  },
  examples: [
    {
      contractId: "CT-1001",
      priceId: "CT-1001-API",
      product: "API calls",
      pricingModel: "graduated",
      unit: "call",
      tiers: "10000: 0.10; 50000: 0.08; *: 0.05",
      includedQuantity: 1000,
    },
    { contractId: "CT-1001", priceId: "CT-1001-GB", product: "Storage", pricingModel: "volume", unit: "GB" },
    {
      contractId: "CT-1001",
      priceId: "CT-1001-SUP",
      product: "Support",
      pricingModel: "flat",
      flatFee: 250,
      timing: "Advance",
      proration: "Daily",
    },
    {
      contractId: "CT-1002",
      priceId: "CT-1002-SEAT",
      product: "Seats",
      pricingModel: "per_unit",
      quantity: 25,
      unit: "seat",
      unitPrice: 18,
      discount: 10,
    },
  ],
});
export type PriceRecord = RecordOf<(typeof pricesTable)["columns"]>;
