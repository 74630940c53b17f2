import { counted } from "../../strings/counted";

export const errorStrings = {
  lead: "Every document that was rejected or made void. Say what caused it, and who sees to it.",
  none: "Nothing was rejected or made void yet.",
  causes: "By cause",
  causesNote: "The most frequent first",
  noCause: "No cause yet",
  count: (count: string) => counted(count, "error", "errors"),
  errors: "Errors",
  show: "Show",
  filters: { open: "Open", all: "All" },
  noneOpen: "Every error is mended.",
  of: (invoice: string, cause: string) => `${invoice} · ${cause}`,
  note: (day: string, state: string, owner: string) =>
    [day, state, owner].filter((part) => part !== "").join(" · "),
  invoice: "Document",
  cause: "Cause",
  owner: "Owner",
  rootCause: "Root cause",
  state: "State",
  stateHint: "Open until it is mended",
  closed: "Closed",
  open: "Open",
  save: "Save",
  saved: (invoice: string) => `${invoice} is saved.`,
};
