/** All that writes: it is fetched with the first write, for the pane shows the sheets without it. */
export { captureBefore } from "./beforeImage";
export { restore } from "./restore";
export { findTargets } from "./targets";
export { writePlan } from "./writePlan";
