import { csvExport } from "./csv";
import type { Export } from "./export";

/** Every export, in the order in which they are offered. */
export const exports: readonly Export[] = [csvExport];
