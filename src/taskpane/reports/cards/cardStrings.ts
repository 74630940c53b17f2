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
  besideNote: "These are not masked here: mend them by hand, or share a copy, which leaves them out.",
  notLooked: "Comments and properties could not be looked into.",
  card: (masked: string, scheme: string) => `${masked} ${scheme}`,
};
