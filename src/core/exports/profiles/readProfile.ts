import { nameKey } from "../../base/name";
import { exportProfilesTable, type ExportProfileRecord } from "../../catalog/exportProfiles.table";
import type { CellRef, Snapshot } from "../../grid/grid";
import { unheard } from "../../issues/issue";
import { asInput, bindTable } from "../../schema/bind";
import { cellOf, readRecords } from "../../schema/readRecords";
import { mappingFor } from "../../settings/mapping";
import { readSettings } from "../../settings/readSettings";
import type { Encoding } from "../text/encoding";

/** A column of a profile, with the cell of its Source. */
export interface ProfileColumn extends Pick<
  ExportProfileRecord,
  "source" | "constant" | "format" | "length"
> {
  readonly title: string;
  readonly at: CellRef;
}

/** A file as somebody described it. */
export interface ExportProfile {
  readonly name: string;
  readonly per: "line" | "document";
  readonly separator: string;
  readonly decimal: "." | ",";
  readonly encoding: Encoding;
  readonly quotesAll: boolean;
  readonly hasHeader: boolean;
  readonly columns: readonly ProfileColumn[];
}

export type ReadProfile =
  | { readonly ok: true; readonly profile: ExportProfile }
  /** In one sentence: an option that is not understood. */
  | { readonly ok: false; readonly reason: string };

/** What each option may be, by what people write; the first is the default. */
const OPTIONS = {
  "#per": { line: "line", document: "document" },
  "#separator": { ",": ",", comma: ",", ";": ";", semicolon: ";", "|": "|", tab: "\t" },
  "#decimal": { ".": ".", ",": "," },
  "#encoding": { "utf-8": "utf-8", utf8: "utf-8", "windows-1252": "windows-1252", ansi: "windows-1252" },
  "#quote": { needed: "needed", all: "all" },
  "#header": { yes: "yes", no: "no" },
} as const;
type OptionName = keyof typeof OPTIONS;

const isOption = (name: string): name is OptionName => name in OPTIONS;

/** The profile of that name; undefined where the workbook has none. */
export function readProfile(snapshot: Snapshot, name: string): ReadProfile | undefined {
  const settings = readSettings(snapshot, unheard);
  const mapping = mappingFor(exportProfilesTable, settings);
  const bound = bindTable(exportProfilesTable, snapshot, mapping, unheard, asInput);
  const rows = bound ? readRecords(bound, () => [], unheard).good : [];
  const ofProfile = rows.filter(({ profile }) => nameKey(profile) === nameKey(name));
  if (!bound || ofProfile.length === 0) return undefined;
  const chosen = new Map<string, string>();
  for (const { column, constant = "" } of ofProfile.filter((row) => row.column.startsWith("#"))) {
    const option = column.trim().toLowerCase();
    const known: Readonly<Record<string, string>> | undefined = isOption(option)
      ? OPTIONS[option]
      : undefined;
    const value = known?.[constant.trim().toLowerCase()];
    if (!known)
      return {
        ok: false,
        reason: `profile ${name} has no option ${column}; the options are ${Object.keys(OPTIONS).join(", ")}`,
      };
    if (value === undefined)
      return {
        ok: false,
        reason: `${column} of profile ${name} is “${constant}”; it is one of ${Object.keys(known).join(" ")}`,
      };
    chosen.set(option, value);
  }
  const columns = ofProfile
    .filter((row) => !row.column.startsWith("#"))
    .map((row): ProfileColumn => ({ ...row, title: row.column, at: cellOf(bound, row.row, "source") }));
  const option = <Name extends OptionName>(of: Name) =>
    (chosen.get(of) ?? Object.values(OPTIONS[of])[0]) as (typeof OPTIONS)[Name][keyof (typeof OPTIONS)[Name]];
  return {
    ok: true,
    profile: {
      name: ofProfile[0]!.profile,
      per: option("#per"),
      separator: option("#separator"),
      decimal: option("#decimal"),
      encoding: option("#encoding"),
      quotesAll: option("#quote") === "all",
      hasHeader: option("#header") === "yes",
      columns,
    },
  };
}
