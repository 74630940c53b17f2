import type { Snapshot } from "../grid/grid";
import type { Import } from "./import";
import { chargebeeSubscriptions } from "./sources/chargebeeSubscriptions";
import { csvTable } from "./sources/csvTable";
import { hubspotDeals } from "./sources/hubspotDeals";
import { jsonTables } from "./sources/jsonTables";
import { quickbooksCustomers } from "./sources/quickbooksCustomers";
import { salesforceOpportunities } from "./sources/salesforceOpportunities";
import { stripeSubscriptions } from "./sources/stripeSubscriptions";
import { xeroContacts } from "./sources/xeroContacts";
import { profileImport } from "./tables/profileImport";

/** Every import, in the order in which they are offered. */
export const imports: readonly Import[] = [
  hubspotDeals,
  salesforceOpportunities,
  stripeSubscriptions,
  chargebeeSubscriptions,
  quickbooksCustomers,
  xeroContacts,
  csvTable,
  jsonTables,
];

/** The import of that id, or of a profile of the workbook; undefined where there is none. */
export function importNamed(name: string, snapshot: Snapshot): Import | undefined {
  return findImport(name) ?? profileImport(snapshot, name);
}

/** The import of that id; undefined where there is none. */
export function findImport(id: string): Import | undefined {
  return imports.find((entry) => entry.id === id);
}
