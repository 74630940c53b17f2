export const strings = {
  title: "Settings",
  about: "What decides numbering, rounding and texts",
  lead: "Kept on the sheet Settings of this workbook.",
  byDefault: (name: string) => `${name} (default)`,
  saved: (name: string) => `${name} is saved`,
  none: "No settings can be read from this workbook.",
  save: "Save",
};
