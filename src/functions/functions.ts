import { catalog } from "./catalog";

// At the top level and before anything that waits: Excel asks for the functions as soon as the script has run.
// In a plain browser there is no Excel to tell.
if (typeof CustomFunctions !== "undefined") {
  for (const [id, calculate] of Object.entries(catalog)) CustomFunctions.associate(id, calculate);
}
