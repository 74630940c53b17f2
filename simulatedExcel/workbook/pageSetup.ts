import type { TrackedArea } from "./tracked";

/** Print settings by the names that they have in requests. */
export interface PageSetup {
  readonly settings: Map<string, unknown>;
  /** Texts of the header and footer, by `DefaultForAllPages.CenterFooter`. */
  readonly texts: Map<string, string>;
  printArea: TrackedArea | undefined;
  titleRows: TrackedArea | undefined;
  titleColumns: TrackedArea | undefined;
}

/** Margins in points. */
export const pageDefaults: Readonly<Record<string, unknown>> = {
  Orientation: "Portrait",
  PaperSize: "Letter",
  BlackAndWhite: false,
  PrintErrors: "AsDisplayed",
  Zoom: { scale: 100 },
  CenterHorizontally: false,
  CenterVertically: false,
  PrintHeadings: false,
  PrintGridlines: false,
  LeftMargin: 50.4,
  RightMargin: 50.4,
  TopMargin: 54,
  BottomMargin: 54,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
  PrintComments: "NoComments",
  PrintOrder: "DownThenOver",
  DraftMode: false,
  FirstPageNumber: "",
};

export function newPageSetup(): PageSetup {
  return {
    settings: new Map(),
    texts: new Map(),
    printArea: undefined,
    titleRows: undefined,
    titleColumns: undefined,
  };
}
