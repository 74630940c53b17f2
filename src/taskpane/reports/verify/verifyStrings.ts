import { counted } from "../../strings/counted";

export const verifyStrings = {
  lead: "Every document against its seal, its inputs, its computation and the logs. Nothing is written.",
  again: "Verify again",
  running: "Verifying every document",
  head: "Head hash",
  headHint: "As you noted it when the workbook left; empty, and the book only agrees with itself",
  headNow: "Head of this workbook",
  copyHead: "Copy head",
  noLog: "This workbook has no Run log yet, so there is no head to note.",
  rows: (count: string) => `${counted(count, "row", "rows")} in Run log`,
  results: { PASS: "PASS", FAIL: "FAIL", NOT_CHECKED: "Not checked" },
  counts: (passed: string, failed: string, notChecked: string) =>
    [
      `${passed} passed`,
      `${failed} failed`,
      ...(notChecked === "0" ? [] : [`${notChecked} not checked`]),
    ].join(", "),
  none: "There are no documents in this workbook yet.",
  book: "The workbook itself",
  documents: "Documents",
  show: "Show",
  filters: { all: "All", FAIL: "FAIL", notes: "With notes" },
  noneHere: "None of these.",
  state: (invoice: string, status: string, isSealed: boolean) =>
    [invoice, status, isSealed ? "sealed" : "not sealed"].filter((part) => part !== "").join(" · "),
  differences: (count: string) => counted(count, "difference", "differences"),
  notes: (count: string) => counted(count, "note", "notes"),
  notesTitle: "Notes, no failures",
  asIs: "Nothing differs.",
  verified: (result: string, counts: string) => `${result}: ${counts}.`,
  claim: "What this proves, and what not",
  edited: (sheet: string) => `${sheet} was edited since. Verify again.`,
};
