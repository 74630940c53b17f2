// What the engine answers for each report: every function that its view.ts exports is a question about the workbook.
// The page takes types alone from here, so that the engine stays out of what it loads.
export * as aging from "./aging/view";
export * as calendar from "./calendar/view";
export * as cards from "./cards/view";
export * as cash from "./cash/view";
export * as check from "./check/view";
export * as contract from "./contract/view";
export * as exporting from "./exporting/view";
export * as checklist from "./checklist/view";
export * as compare from "./compare/view";
export * as documents from "./documents/view";
export * as errors from "./errors/view";
export * as followUp from "./followUp/view";
export * as importing from "./importing/view";
export * as freeze from "./freeze/view";
export * as mapping from "./mapping/view";
export * as preview from "./preview/view";
export * as reconcile from "./reconcile/view";
export * as review from "./review/view";
export * as sample from "./sample/view";
export * as settings from "./settings/view";
export * as share from "./share/view";
export * as sheets from "./sheets/view";
export * as verify from "./verify/view";
export * as whatIf from "./whatIf/view";
