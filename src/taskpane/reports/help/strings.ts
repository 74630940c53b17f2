export const strings = {
  title: "Help",
  about: "How it works and what errors mean",
  start: "Bill in four steps",
  steps: [
    "Sheets: see what was found, choose the period.",
    "Check: mend errors at their cells, or let their invoices wait.",
    "Preview: totals, changes and every line before anything is written.",
    "Write: new sheets in this workbook; Undo this run takes them back.",
  ],
  use: "Use a function",
  useText: "Type =BILLING. in a cell; Excel lists the functions. Arguments in [brackets] may be left out.",
  errors: "When a cell shows an error",
  errorList: [
    ["#VALUE!", "An argument is not what the function needs. The mark beside the cell says which."],
    ["#N/A", "Nothing was found, such as a quantity above the last tier."],
    ["#DIV/0!", "There is nothing to divide by, such as sales of 0."],
    ["#NUM!", "The result is too large for a cell."],
    ["#BUSY!", "Excel is still calculating. It passes by itself."],
    ["#NAME?", "Ratebook is not installed or has not started. Open this pane, then calculate again."],
  ] as readonly (readonly [string, string])[],
  send: "Send a workbook",
  sendText:
    "Cells of people without Ratebook turn to #NAME? when they calculate. Send a copy in which the formulas are pasted as values.",
  all: "All help pages",
};
