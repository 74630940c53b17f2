import { en16931 } from "./en16931";
import { facturX } from "./facturX";
import { peppolBis3 } from "./peppolBis3";
import type { Profile } from "./profile";
import { xrechnung3 } from "./xrechnung3";

/** Every profile, in the order in which they are offered. */
export const profiles: readonly Profile[] = [en16931, peppolBis3, xrechnung3, facturX];

/** The profile of an id or of another name for it. */
export function findProfile(id: string): Profile | undefined {
  return profiles.find((profile) => profile.id === id || profile.synonyms.includes(id));
}
