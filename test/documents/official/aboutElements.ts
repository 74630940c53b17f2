import type { SyntaxId } from "../../../src/core/eInvoice/syntax/syntaxes";

/** Rules about elements of XML that no term holds; what our writers make cannot break them. */
const ELEMENTS = new Set([
  // An empty element; an indicator of an allowance or charge that is no boolean.
  "PEPPOL-EN16931-R008",
  "PEPPOL-EN16931-R043",
  "PEPPOL-EN16931-R044",
  // How many elements hold the tax; another reference than that of an object at a line.
  "PEPPOL-EN16931-R053",
  "PEPPOL-EN16931-R054",
  "PEPPOL-EN16931-R101",
  // Two base quantities of a price, of which CII has one too many; a hint that is neither fatal nor a warning.
  "BR-TMP-3",
  "BR-DE-TMP-32",
  // A currency that is looked for inside of an amount, where it never is.
  "BR-DEC-13",
  "BR-DEC-15",
  // In force no longer: cases are there, rules are not.
  "PEPPOL-COMMON-R048",
  "BR-CO-25",
]);

/** Whether an official rule looks at the syntax, or at what XRechnung says of vehicles and lines within lines: nothing that our writers make. */
export const isAboutElements = (id: string, syntax: SyntaxId): boolean =>
  /^(?:UBL|CII)-(?:CR|DT|SR)-|^BR-DEX-|^BR-DE-CVD-/.test(id) ||
  ELEMENTS.has(id) ||
  (syntax === "cii" && id === "PEPPOL-EN16931-R006");
