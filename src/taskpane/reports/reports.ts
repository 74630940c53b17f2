import { aging } from "./aging/report";
import { calendar } from "./calendar/report";
import { cards } from "./cards/report";
import { cash } from "./cash/report";
import { check } from "./check/report";
import { checklist } from "./checklist/report";
import { compare } from "./compare/report";
import { contract } from "./contract/report";
import { diagnostics } from "./diagnostics/report";
import { documents } from "./documents/report";
import { done } from "./done/report";
import { exporting } from "./exporting/report";
import { errors } from "./errors/report";
import { followUp } from "./followUp/report";
import { freeze } from "./freeze/report";
import { functions } from "./functions/report";
import { help } from "./help/report";
import { importing } from "./importing/report";
import { mapping } from "./mapping/report";
import { preview } from "./preview/report";
import { reconcile } from "./reconcile/report";
import { review } from "./review/report";
import { sample } from "./sample/report";
import { settings } from "./settings/report";
import { share } from "./share/report";
import { sheets } from "./sheets/report";
import { verify } from "./verify/report";
import { whatIf } from "./whatIf/report";

/** Every report of the pane, on its tab in the order in which it stands here. */
export const reports = [
  sheets,
  mapping,
  check,
  preview,
  done,
  review,
  verify,
  compare,
  whatIf,
  reconcile,
  cash,
  aging,
  followUp,
  checklist,
  errors,
  contract,
  calendar,
  exporting,
  importing,
  documents,
  share,
  cards,
  freeze,
  functions,
  sample,
  settings,
  diagnostics,
  help,
] as const;
