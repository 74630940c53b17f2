import { nameKey } from "../base/name";
import type { Mapping } from "../schema/bind";
import type { TableDefinition } from "../schema/table";
import type { Settings } from "./settings";

/** "Contract ID = Vertrag; Quantity = Menge; Note =": the header chosen for each field; none for what is not to be read. */
export function parseMapping(value: string): Mapping {
  const pairs = value.split(";").flatMap((part) => {
    const [field, header] = part.split("=").map((side) => side.trim());
    return field && header !== undefined ? [[nameKey(field), header] as const] : [];
  });
  return new Map(pairs);
}

/** A mapping as it is kept: what splits it has no part in how headers are compared, so that it can be left out. */
export function mappingText(pairs: Iterable<readonly [title: string, header: string]>): string {
  return [...pairs].map(([title, header]) => `${title} = ${header.replace(/[;=]/g, " ")}`.trim()).join("; ");
}

/** The key under which the mapping of a table is kept. */
export const mappingKey = (tableTitle: string): string => `Mapping: ${tableTitle}`;

/** The headers that the user has chosen for a table in Settings. */
export function mappingFor(definition: Pick<TableDefinition, "title">, settings: Settings): Mapping {
  return settings.mappings.get(nameKey(definition.title)) ?? new Map();
}
