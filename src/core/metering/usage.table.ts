import { dayOf } from "../calendar/day";
import { alsoHeaded, headersOf, nameBesideId } from "../catalog/everydayHeaders";
import { headers } from "../catalog/synonyms";
import {
  dayColumn,
  decimalColumn,
  idColumn,
  momentColumn,
  required,
  textColumn,
  type DayRange,
} from "../schema/column";
import { defineTable } from "../schema/table";

/** A year outside is a slip of the finger, and would make it the period that is billed. */
export const USAGE_DAYS: DayRange = { first: dayOf(1990, 1, 1), last: dayOf(2099, 12, 31) };

const elsewhere = [
  "Verbräuche",
  "Verbrauchsdaten",
  "Consommation",
  "Consommations",
  "Consumo",
  "Consumi",
  "Verbruik",
];

export const usageTable = defineTable({
  title: "Usage",
  synonyms: ["Consumption", "Usage events", "Meter data", "Events", "Usage data", "Verbrauch", ...elsewhere],
  help: "What was used, one row a reading or event. Other columns are kept and can be used by meters and conditions: State (Active, Inactive) for what is Held by keys, Read (Actual, Estimated) for a Register, Amount for a price of model dynamic.",
  columns: {
    contractId: idColumn({
      title: "Contract ID",
      ...headersOf("contractId"),
      help: "the contract, or a customer",
    }),
    customerId: idColumn({
      title: "Customer ID",
      ...headersOf("customerId"),
      help: "the customer, where no contract is named",
    }),
    customerName: textColumn({
      title: "Customer name",
      ...alsoHeaded(
        headers.customerName.filter((name) => name !== "Name"),
        "customerName",
      ),
      secondChoices: nameBesideId,
      help: "the customer by name, where no id is given",
    }),
    meter: required(
      textColumn({ title: "Meter", ...headersOf("meter"), help: "what was used, as in Prices or Meters" }),
    ),
    date: required(
      momentColumn({
        title: "Date",
        ...headersOf("usageTime"),
        help: "the day of use, with or without a time",
        within: USAGE_DAYS,
      }),
    ),
    quantity: decimalColumn({
      title: "Quantity",
      ...headersOf("quantity"),
      help: "how much",
    }),
    eventId: idColumn({
      title: "Event ID",
      synonyms: headers.eventId,
      help: "makes a row that was pasted twice count once",
    }),
    received: dayColumn({
      title: "Received",
      synonyms: ["Received date", "Received at", "Ingested", "Loaded"],
      help: "when the row arrived",
    }),
  },
  examples: [
    { contractId: "CT-1001", meter: "API calls", date: "2026-10-03", quantity: 12500, eventId: "E-1" },
    { contractId: "CT-1001", meter: "API calls", date: "2026-10-17", quantity: 9800, eventId: "E-2" },
    { contractId: "CT-1001", meter: "Storage", date: "2026-10-31", quantity: 240, eventId: "E-3" },
  ],
});
export type UsageColumns = (typeof usageTable)["columns"];

/** Fields that say whose usage a row is, in the order in which they count. */
export const partyFields = ["contractId", "customerId", "customerName"] as const;
export type PartyField = (typeof partyFields)[number];

/** A row needs a contract or a customer, so one of the columns must be there. */
export function namesParty(columnOf: ReadonlyMap<string, number>): boolean {
  return partyFields.some((field) => columnOf.has(field));
}
