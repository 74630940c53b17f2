import { aging } from "./aging/report";
import { calendar } from "./calendar/report";
import { cash } from "./cash/report";
import { check } from "./check/report";
import { diagnostics } from "./diagnostics/report";
import { done } from "./done/report";
import { exporting } from "./exporting/report";
import { followUp } from "./followUp/report";
import { functions } from "./functions/report";
import { help } from "./help/report";
import { importing } from "./importing/report";
import { mapping } from "./mapping/report";
import { preview } from "./preview/report";
import { reconcile } from "./reconcile/report";
import { review } from "./review/report";
import { sample } from "./sample/report";
import { settings } from "./settings/report";
import { sheets } from "./sheets/report";

/** Every report of the pane, on its tab in the order in which it stands here. */
export const reports = [
  sheets,
  mapping,
  check,
  preview,
  done,
  review,
  reconcile,
  cash,
  aging,
  followUp,
  calendar,
  exporting,
  importing,
  functions,
  sample,
  settings,
  diagnostics,
  help,
] as const;
