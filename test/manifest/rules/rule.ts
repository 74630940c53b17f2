import type { Manifest } from "../manifestDocument";

/** What a manifest is held against besides itself. */
export interface Surroundings {
  readonly packageVersion: string;
  /** A file of the web build by its path below the add-in's address, or undefined where there is none. */
  readonly readBuilt: (path: string) => Uint8Array | undefined;
  /** The names that the page gives to Office.actions.associate. */
  readonly handlers: ReadonlySet<string>;
  readonly stage: "development" | "production";
}

/** One thing that must hold; what does not is a message each. The function's name is the name of the rule. */
export type Rule = (manifest: Manifest, surroundings: Surroundings) => string[];
