import type { GoogleSpreadsheet } from "../workbook/google/api";

interface Menu {
  addItem(caption: string, functionName: string): Menu;
  addToUi(): void;
}

interface Ui {
  createMenu(caption: string): Menu;
  alert(title: string, text: string, buttons: unknown): unknown;
  readonly ButtonSet: { readonly OK: unknown };
}

interface TextBuilder {
  setText(text: string): TextBuilder;
  setLinkUrl(url: string): TextBuilder;
  build(): unknown;
}

interface RuleBuilder {
  requireValueInList(values: readonly string[], showsDropDown: boolean): RuleBuilder;
  setAllowInvalid(isAllowed: boolean): RuleBuilder;
  build(): unknown;
}

/** What Apps Script offers to a script, as far as it is used here. */
declare global {
  const SpreadsheetApp: {
    getActiveSpreadsheet(): GoogleSpreadsheet & { toast(message: string, title: string): void };
    getUi(): Ui;
    newRichTextValue(): TextBuilder;
    newDataValidation(): RuleBuilder;
  };
  const Utilities: { formatDate(date: Date, timeZone: string, format: string): string };
  const Charts: { readonly ChartType: { readonly COLUMN: unknown; readonly LINE: unknown } };
  const Session: { getActiveUser(): { getEmail(): string } };
}
