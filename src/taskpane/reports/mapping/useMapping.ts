import { useRef, useState } from "react";
import { usePane } from "../../hooks/context";
import type { MappingChoice } from "../../session/views";
import { settle } from "../../state/failure";
import type { MappingView } from "./view";

/** The header of every field; empty for one that is not read. */
const headersOf = ({ fields }: MappingView): MappingChoice =>
  Object.fromEntries(fields.map(({ field, header = "" }) => [field, header]));

/** What is chosen, and the mapping as the engine reads it with that; what a later choice has overtaken is dropped. */
export function useMapping(first: MappingView) {
  const { services, report } = usePane();
  const [mapping, setMapping] = useState(first);
  // Not the headers of the latest mapping: a field whose column another one has taken was not chosen to be unread.
  const [choice, setChoice] = useState(() => headersOf(first));
  const latest = useRef(0);
  const read = async (next: MappingChoice | undefined, sheet: string | undefined) => {
    const mine = ++latest.current;
    const result = await settle(services.session.ask("mapping", "view", mapping.role, next, sheet));
    if (mine !== latest.current) return;
    if (!result.ok) return report(result.failure);
    setMapping(result.value);
    if (next === undefined) setChoice(headersOf(result.value));
  };
  const choose = (field: string, header: string) => {
    const next = { ...choice, [field]: header };
    setChoice(next);
    void read(next, mapping.sheet);
  };
  return { mapping, choice, choose, chooseSheet: (sheet: string) => void read(undefined, sheet) };
}
