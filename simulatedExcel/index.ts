/** Excel without Excel, for a realm of Node or jsdom; the same in a browser is `simulatedExcel/browser`. */
export { oldestExcel, openOfficeHost, type OfficeHost, type OfficeHostOptions } from "./officeHost";
export { hostForAllTests } from "./hostForTests";
export type { HostControls } from "./hostControls";
export type { Snapshot } from "./workbook/snapshot";
export type {
  AddInFunctions,
  Argument,
  Cell,
  CellError,
  FormulaCall,
  FunctionCaller,
  Shown,
} from "./functions/addInFunctions";
export type { FunctionsMetadata } from "./functions/metadata";
