import { agency } from "./agency";
import { cloud } from "./cloud";
import { healthcare } from "./healthcare";
import type { Pack } from "./pack";
import { retail } from "./retail";
import { saas } from "./saas";
import { talent } from "./talent";
import { telecom } from "./telecom";
import { utilities } from "./utilities";

/** The starter workbooks of industries. A new one is its file and its line here. */
export const packs: readonly Pack[] = [telecom, utilities, agency, saas, healthcare, retail, talent, cloud];

/** The pack of an id; undefined where there is none. */
export function findPack(id: string): Pack | undefined {
  return packs.find((pack) => pack.id === id.trim().toLowerCase());
}
