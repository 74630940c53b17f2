import type { Redaction, Snapshot } from "../../../core/api";
import { PackageDraft } from "../../opc/packageDraft";
import { parseXml } from "../../xml/xml";
import { openPackage } from "../package/openPackage";
import type { WorkbookPackage } from "../package/workbookPackage";
import { freezeFormulas } from "./freezeFormulas";
import { redactedPackage } from "./redactPackage";

/** Functions of add-ins, as files name them. */
const OF_ADD_INS = /_xldudf_|_xludf\./i;
/** Names and functions in a formula. */
const WORD = /[\p{L}_\\][\p{L}\p{N}_.]*/gu;

/** Names that formulas may use; in the copy they mean nothing. */
function definedNames({ parts }: WorkbookPackage): ReadonlySet<string> {
  const draft = new PackageDraft(parts);
  const names = [...parseXml(draft.text(draft.workbookPart)).descendants("definedName")];
  return new Set(names.flatMap((element) => element.attribute("name")?.toLowerCase() ?? []));
}

/** Every cell as it is. */
function everything({ grids, merges = [] }: Snapshot): Redaction {
  return {
    sheets: grids.map(({ sheet }) => ({
      sheet,
      name: sheet,
      cellAt: () => ({ kind: "kept", keepsFormula: true }),
      merges: merges.filter((area) => area.sheet === sheet),
    })),
    columns: [],
    dropped: [],
    cards: [],
    text: (text) => text,
  };
}

/**
 * A workbook for programs that know cells and native formulas alone: no macros, links, controls, drawings and functions of
 * add-ins. Formulas that need one of these are their values; all others keep theirs beside them.
 */
export function plainWorkbook(source: WorkbookPackage, snapshot: Snapshot): Uint8Array {
  const frozen = openPackage(freezeFormulas(source, { areas: [], functions: true }).bytes);
  if (!frozen.ok) throw new Error(frozen.failure.message);
  const names = definedNames(source);
  const isForeign = (formula: string) =>
    OF_ADD_INS.test(formula) || (formula.match(WORD) ?? []).some((word) => names.has(word.toLowerCase()));
  return redactedPackage(frozen.package, snapshot, everything(snapshot), isForeign);
}
