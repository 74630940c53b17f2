/** What must come out of a file: totals, an invoice that is held with errors on a sheet, any bill at all, or a refusal. */
export type Case =
  | { readonly totals: Readonly<Record<string, string>> }
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
  "m-ref-1e14": { refused: /"Usage" is damaged at row 60/ },
  "m-ref-2e9": { refused: /"Usage" is damaged at row 60/ },
  "q-comment": { refused: /"Usage" is cut off/ },
  "q-fmt": { billed: true },
  "q-si": { refused: /text table of the workbook is damaged/ },
  "q-worksheet-end": { refused: /"Usage" is damaged/ },
};

/** Cases of the same collection that wait, because reading cannot mend them: what it takes, and where. */
export const waiting: Readonly<Record<string, { readonly needs: string; readonly folder: string }>> = {
  "e-1e999": { needs: "a quantity of 1e999 is refused by its column", folder: "src/core/schema" },
  "e-dateredos": {
    needs: "a date text with thousands of blanks takes no square of time",
    folder: "src/core/schema",
  },
  note_below1: { needs: "rows are inserted above a note", folder: "src/workbook/xlsx/write" },
  table_totals: { needs: "rows are inserted above a row of totals", folder: "src/workbook/xlsx/write" },
  own_invoice_sheet: { needs: "a sheet of the user is never replaced", folder: "src/core/run" },
};
