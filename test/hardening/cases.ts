/** What must come out of a file: totals, an invoice that is held with errors on a sheet, any bill at all, or a refusal. */
export type Case =
  | { readonly totals: Readonly<Record<string, string>>; readonly usage?: string }
  | { readonly held: number; readonly issueSheet: string }
  | { readonly billed: true }
  | { readonly refused: RegExp };

/** Every case that concerns reading, by the name of its file. */
export const cases: Readonly<Record<string, Case>> = {
  "e-nopart": { refused: /"Adjustments".*xl\/worksheets\/sheet4\.xml.*missing/ },
  "e-withpart": { totals: { USD: "300" } },
  "e-refdollar": { totals: { USD: "1200" } },
  "e-twospaces": { held: 1, issueSheet: "Usage" },
  inline_color: { totals: { USD: "250" } },
  latin1_part: { totals: { USD: "2" } },
  "m-lastrow-16384": { refused: /"Usage" has cells so far apart/ },
  "m-stray-xfd1048576": { totals: { USD: "30" } },
  "m-ref-1e14": { refused: /"Usage" is damaged at row 60/ },
  "m-ref-2e9": { refused: /"Usage" is damaged at row 60/ },
  "r-sheet-of-styles": { refused: /"Usage Oct" by a part that is none \(xl\/styles\.xml\)/ },
  "r-called-chartsheet": { refused: /"Usage Oct" as one without cells, and its part has cells/ },
  "r-table-part-missing": {
    refused: /"Usage" has a table whose part \(xl\/tables\/table1\.xml\) is missing/,
  },
  "q-comment": { refused: /"Usage" is cut off/ },
  "q-fmt": { billed: true },
  "q-si": { refused: /text table of the workbook is damaged/ },
  "q-worksheet-end": { refused: /"Usage" is damaged/ },
  "e-1e999": { held: 1, issueSheet: "Usage" },
  "e-dateredos": { refused: /Usage!C2: Date is “2026-10-01 {50}/ },
  note_below1: { totals: { USD: "12" }, usage: "more.csv" },
  table_totals: { totals: { USD: "12" }, usage: "more.csv" },
  printed_invoice_sheet: { totals: { USD: "3" } },
};
