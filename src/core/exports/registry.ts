import type { Export } from "./export";
import { csvExport } from "./targets/csv";
import { journal } from "./targets/journal";
import { netsuite } from "./targets/netsuite";
import { quickbooksDesktop } from "./targets/quickbooksDesktop";
import { quickbooksOnline } from "./targets/quickbooksOnline";
import { sage50 } from "./targets/sage50";
import { xero } from "./targets/xero";

/** Every export, in the order in which they are offered. */
export const exports: readonly Export[] = [
  quickbooksOnline,
  quickbooksDesktop,
  xero,
  netsuite,
  sage50,
  journal,
  csvExport,
];
