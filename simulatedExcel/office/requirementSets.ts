/**
 * What a current Excel for Windows claims. isSetSupported and the library's own gates follow it. Excel itself is at
 * 1.20, but the package lacks what came after 1.17: with more than it has, code behind a gate would meet nothing.
 */
export const currentExcel: Readonly<Record<string, string>> = {
  ExcelApi: "1.17",
  ExcelApiDesktop: "1.3",
  SharedRuntime: "1.2",
  RibbonApi: "1.2",
  CustomFunctions: "1.7",
  CustomFunctionsRuntime: "1.4",
  DelayForCellEdit: "1.1",
  KeyboardShortcuts: "1.1",
  ImageCoercion: "1.2",
};

/** The oldest Excel that the manifest admits: Excel 2021. */
export const oldestExcel: Readonly<Record<string, string>> = {
  ExcelApi: "1.13",
  SharedRuntime: "1.1",
  RibbonApi: "1.1",
  CustomFunctions: "1.7",
  CustomFunctionsRuntime: "1.3",
  DelayForCellEdit: "1.1",
};
