import type { Export } from "./export";
import { csvExport } from "./targets/csv";
import { googleSheets } from "./targets/googleSheets";
import { jsonExport } from "./targets/json";
import { journal } from "./targets/journal";
import { netsuite } from "./targets/netsuite";
import { quickbooksDesktop } from "./targets/quickbooksDesktop";
import { quickbooksOnline } from "./targets/quickbooksOnline";
import { sage50 } from "./targets/sage50";
import { datev } from "./targets/datev";
import { oracleAutoInvoice } from "./targets/oracleAutoInvoice";
import { sageIntacct } from "./targets/sageIntacct";
import { sapJournal } from "./targets/sapJournal";
import { xero } from "./targets/xero";

/** Every export, in the order in which they are offered. */
export const exports: readonly Export[] = [
  quickbooksOnline,
  quickbooksDesktop,
  xero,
  oracleAutoInvoice,
  sapJournal,
  netsuite,
  sage50,
  sageIntacct,
  datev,
  journal,
  csvExport,
  jsonExport,
  googleSheets,
];
