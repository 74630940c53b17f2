import { counted } from "../../strings/counted";

export const cardStrings = {
  lead: "Numbers that read as payment cards. Only their last four digits are shown.",
  mask: "Mask",
  masked: "The numbers in cells are masked.",
  unchanged: "Nothing in cells is left to mask.",
  scanning: "Looking for card numbers",
  none: "No payment card number was found.",
  cells: "In cells",
  cellsNote: (count: string) =>
    `${counted(count, "number", "numbers")}; Mask puts stars in place of all but four digits`,
  beside: "In comments, properties and formulas",
  besideNote:
    "Mask changes cells alone, which Undo can bring back. Save a copy in which these are masked as well, or mend them by hand.",
  saveCopy: "Save masked copy",
  saved: (name: string) => `Saved as ${name}, with every number masked.`,
  notLooked: "Comments and properties could not be looked into.",
  card: (masked: string, scheme: string) => `${masked} ${scheme}`,
};
