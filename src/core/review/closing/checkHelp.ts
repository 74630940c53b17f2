import type { ClosingCheckId } from "../tables/checklist.table";

/** What each check of the Checklist looks at, for the reference. */
export const closingCheckHelp: Readonly<Record<ClosingCheckId, string>> = {
  inputsClean: "no error in the inputs; in Usage only rows that hold an invoice of the period count",
  usageComplete:
    "there is usage dated in the period, also of every contract that had some in the period before",
  nothingHeld: "no invoice of the period waits for something to be mended",
  reconciled: "the reconciliation of the period has no finding at error level",
  allApproved: "no document of the period is a draft or in review, and none lacks the approval that it needs",
  allIssued: "the period has documents, and all that are not void are issued or paid",
  verified: "`verify` passes every document of the period and finds nothing wrong with the logs",
};
