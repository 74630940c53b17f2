import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { SyntaxId } from "../../../src/core/eInvoice/syntax/syntaxes";
import { isOfficialThere, official } from "./officialData";

/** The official rules as SaxonJS runs them, compiled as README.md says. */
const programs: Readonly<Record<SyntaxId, readonly string[]>> = {
  ubl: ["cen-ubl", "peppol-ubl", "xr-ubl"],
  cii: ["cen-cii", "xr-cii"],
};

const compiled = (name: string) => `compiled/${name}.sef.json`;

export const canRunOfficialRules = (): boolean =>
  isOfficialThere("node_modules/saxon-js", ...Object.values(programs).flat().map(compiled));

interface Saxon {
  transform(options: {
    readonly stylesheetInternal: unknown;
    readonly sourceText: string;
    readonly destination: "serialized";
  }): { readonly principalResult: string };
}

const KEPT = "compiled/verdicts.json";
const FAILED = /<svrl:failed-assert[^>]*?\sid="([^"]*)"/g;

/** Runs the official rules; what they said of a document is kept beside them, since each takes its while. */
export function officialRules() {
  const saxon = createRequire(official("compiled/"))("saxon-js") as Saxon;
  const loaded = new Map<string, unknown>();
  const load = (name: string) => {
    const known = loaded.get(name) ?? (JSON.parse(readFileSync(official(compiled(name)), "utf8")) as unknown);
    loaded.set(name, known);
    return known;
  };
  const kept: Record<string, readonly string[] | null> = existsSync(official(KEPT))
    ? (JSON.parse(readFileSync(official(KEPT), "utf8")) as Record<string, readonly string[] | null>)
    : {};

  const run = (xml: string, syntax: SyntaxId): readonly string[] | null => {
    try {
      return programs[syntax].flatMap((name) => {
        const { principalResult } = saxon.transform({
          stylesheetInternal: load(name),
          sourceText: xml,
          destination: "serialized",
        });
        return [...principalResult.matchAll(FAILED)].map(([, id = ""]) => id);
      });
    } catch {
      // A rule that counts with what is no number stops the official program: there is no verdict.
      return null;
    }
  };

  return {
    /** Ids of rules that a document breaks; undefined where the official program stops. */
    broken(xml: string, syntax: SyntaxId): ReadonlySet<string> | undefined {
      const key = createHash("sha256").update(xml).digest("hex");
      const ids = (kept[key] ??= run(xml, syntax));
      return ids ? new Set(ids) : undefined;
    },
    keep() {
      writeFileSync(official(KEPT), JSON.stringify(kept));
    },
  };
}
