import { Page, textOf } from "./office/page";

export interface RanOutside {
  /** Console lines, each behind its level. */
  readonly logged: readonly string[];
  /** What the script threw, as text with its stack. */
  readonly thrown: string | undefined;
}

/** Runs a bundle in a page that has no Office.js: opened in a browser, or with the library blocked. */
export function runOutsideExcel(script: string): RanOutside {
  const page = new Page();
  try {
    page.runFile(script);
    page.finishLoading();
    return { logged: page.logged, thrown: undefined };
  } catch (fault) {
    return { logged: page.logged, thrown: textOf(fault) };
  } finally {
    page.close();
  }
}
