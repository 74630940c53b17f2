import { counted } from "./counted";

/**
 * Texts that more than one report shows, and those of what surrounds them. What has parameters is a function; what a
 * parameter holds is already formatted.
 */
export const paneStrings = {
  frame: {
    tabs: { bill: "Bill", review: "Review", reconcile: "Reconcile", more: "More" },
    product: "Ratebook",
    views: "Views",
    reports: "Reports",
    private: "Nothing leaves this workbook",
    noPeriod: "No period yet",
    loading: "Loading…",
    notRead: "The workbook has not been read yet.",
    back: "Back",
    showAll: (count: string) => `Show all ${count}`,
    showLess: "Show fewer",
    showMore: (count: string, rest: string) => `Show ${count} of ${rest} more`,
    dismiss: "Dismiss",
    retry: "Try again",
    details: "Copy details",
    copied: "Copied",
    notCopied: "The browser does not let the pane copy. Select the text and copy it.",
    goToCell: (cell: string) => `Select ${cell}`,
    after: {
      written: "The change is written, but the workbook could not be read again.",
      undone: "The run is undone, but the workbook could not be read again.",
    },
    left: (sheets: string) => `These sheets could not be put back: ${sheets}.`,
  },
  severity: {
    error: "Error",
    warning: "Warning",
    info: "Note",
  },
  crash: {
    title: "This view has stopped",
    text: "Your workbook is untouched by this. Reset the view to go on, or reload the pane.",
    reload: "Reload",
    reset: "Reset view",
    background: "Something went wrong in the background. The workbook was not changed by it.",
  },
  bill: {
    steps: { sheets: "Sheets", check: "Check", preview: "Preview", done: "Done" },
    progress: "Steps of a run",
    reading: "Reading the workbook",
    checking: "Checking every row",
    previewing: "Working out the invoices",
    writing: "Writing",
    undoing: "Undoing the run",
    activity: {
      reading: (name: string) => `Reading ${name}`,
      writing: (name: string) => `Writing ${name}`,
      writingInvoices: "Writing invoice sheets",
      comparing: "Checking that nothing has changed",
      readingBack: "Reading what was written",
    },
    cancel: "Cancel",
    cancelling: "Cancelling. The workbook goes back to what it was…",
    cancelled: "Cancelled. The workbook is what it was.",
    stale: (sheet: string) =>
      `${sheet} was edited since the workbook was read. Check again before you go on.`,
    readAgain: "Read again",
    insertSample: "Insert sample",
    check: "Check",
    of: (period: string, asOf: string) => `${period}, as of ${asOf}`,
    undoRun: "Undo this run",
    announce: {
      sheets: "The sheets were read.",
      checked: (errors: string, warnings: string) =>
        `Check finished: ${counted(errors, "error", "errors")}, ${counted(warnings, "warning", "warnings")}.`,
      previewed: (invoices: string) => `Preview ready: ${counted(invoices, "invoice", "invoices")}.`,
      done: "The invoices are written.",
      undone: "The run is undone.",
    },
  },
};
