export const openStrings = {
  title: "Bill usage from a workbook",
  text: "Open an Excel workbook, or try the sample. It is read on this device and goes nowhere.",
  open: "Open workbook",
  file: "Workbook file",
  sample: "Open sample",
  drop: "or drop an .xlsx file here",
  opening: "Opening the workbook",
  download: "Download workbook",
  sheets: "Sheets of the workbook",
  rows: "Row",
  grid: (sheet: string) => `Cells of ${sheet}`,
  selected: (cell: string) => `Selected: ${cell}`,
};
