import { choiceColumn, dayColumn, momentColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

/** What has to be done before a period is closed: typed by people, completed by closing. */
export const checklistTable = defineTable({
  title: "Checklist",
  synonyms: ["Close checklist", "Closing checklist", "Month-end checklist"],
  help: "The steps before a period is closed, a row a period and step. Optional: a period without rows takes the steps that name no period, else one step a check.",
  columns: {
    period: textColumn({
      title: "Period",
      synonyms: ["Month"],
      help: "such as 2026-10; blank: every period that has no rows of its own",
    }),
    step: required(textColumn({ title: "Step", synonyms: ["Task"], help: "what is to be done" })),
    owner: textColumn({ title: "Owner", synonyms: ["Responsible"], help: "who sees to it" }),
    due: dayColumn({ title: "Due", synonyms: ["Due date", "Deadline"], help: "until when" }),
    state: choiceColumn({
      title: "State",
      help: "Open where it is blank; a step with a check is Done once the check passes",
      choices: { open: "Open", done: "Done", not_needed: ["Not needed", "N/A"] },
    }),
    check: choiceColumn({
      title: "Check",
      help: "what Ratebook looks at; blank: somebody sets State by hand",
      choices: {
        inputsClean: "Inputs clean",
        usageComplete: "Usage complete",
        nothingHeld: "Nothing held",
        reconciled: "Reconciled",
        allApproved: "All approved",
        allIssued: "All issued",
        verified: "Verified",
      },
    }),
    doneBy: textColumn({ title: "Done by", help: "who did it" }),
    doneAt: momentColumn({ title: "Done at", help: "when" }),
  },
  examples: [],
});
export type ChecklistColumns = (typeof checklistTable)["columns"];
export type ChecklistRecord = RecordOf<ChecklistColumns>;
export type ClosingCheckId = NonNullable<ChecklistRecord["check"]>;
export type StepState = NonNullable<ChecklistRecord["state"]>;
