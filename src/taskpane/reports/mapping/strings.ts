export const strings = {
  title: "Map columns",
  lead: "Which column of your sheet holds what. Your choice is kept in the workbook.",
  table: "Table",
  sheet: "Sheet",
  notRead: "Not read",
  readAs: (shown: string, read: string) => `${shown} is read as ${read}`,
  noSample: "No value yet",
  good: (count: string) => `${count} good`,
  bad: (count: string) => `${count} not readable`,
  firstBad: "first one",
  save: "Save mapping",
  isMissing: "Choose the column for this; the check needs it.",
};
