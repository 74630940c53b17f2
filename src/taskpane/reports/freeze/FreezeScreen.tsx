import { Button, Checkbox, Field } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useStore } from "../../hooks/useStore";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { saveFile } from "../../parts/saveFile";
import { useTextStyles } from "../../parts/textStyles";
import { Waiting } from "../../parts/Waiting";
import { ReportFrame } from "../../report/ReportFrame";
import { copyName, currentFile } from "../../run/currentFile";
import { YourName } from "../../run/YourName";
import { bookOf } from "../../state/billState";
import { settle } from "../../state/failure";
import { localTime } from "../../state/localTime";
import { useText } from "../../strings/text";
import { freezeStrings } from "./freezeStrings";
import { strings } from "./strings";
import type { FrozenCopy } from "./view";

interface Saved extends Pick<FrozenCopy, "frozen" | "kept"> {
  readonly name: string;
}

function SavedCopy({ saved: { name, frozen, kept } }: { readonly saved: Saved }) {
  const { t, f } = useText(freezeStrings);
  const text = useTextStyles();
  return (
    <div role="status">
      <p className={text.paragraph}>{t.saved(name)}</p>
      {frozen.length === 0 && <p className={text.paragraph}>{t.nothing}</p>}
      <ul className={text.list}>
        {frozen.map(({ sheet, cells }) => (
          <li key={sheet}>{t.frozen(f.count(cells), sheet)}</li>
        ))}
      </ul>
      {kept.length > 0 && <p className={text.paragraph}>{t.kept(kept.join(", "))}</p>}
    </div>
  );
}

/** Makes the copy and hands it over. */
function useFreeze() {
  const pane = usePane();
  const { session, port } = pane.services;
  const [isMaking, setMaking] = useState(false);
  const [saved, setSaved] = useState<Saved>();
  const make = async (functions: boolean, user: string) => {
    setMaking(true);
    setSaved(undefined);
    const file = await currentFile(pane);
    const details = { at: localTime(new Date()), user };
    const made = file.ok ? await settle(session.ask("freeze", "copy", file.value, functions, details)) : file;
    setMaking(false);
    if (!made.ok) return pane.report(made.failure);
    const { bytes, format, ...rest } = made.value;
    const name = copyName(port.name(), "frozen", format);
    saveFile(new Blob([new Uint8Array(bytes)]), name);
    setSaved({ name, ...rest });
  };
  return { isMaking, saved, make };
}

/** A copy whose figures are values. */
export default function FreezeScreen() {
  const { t: named } = useText(strings);
  const { t } = useText(freezeStrings);
  const pane = usePane();
  const { session, preparedBy } = pane.services;
  const text = useTextStyles();
  const snapshot = bookOf(useStore(pane.bill.store))?.snapshot;
  const [functions, setFunctions] = useState(false);
  const [name, setName] = useState(preparedBy.name());
  const { isMaking, saved, make } = useFreeze();
  const load = useCallback(() => {
    void snapshot;
    return settle(session.ask("freeze", "sheets"));
  }, [session, snapshot]);
  const [loaded, again] = useLoaded(load);
  const isBlank = name.trim() === "";
  const press = () => {
    preparedBy.remember(name.trim());
    void make(functions, name.trim());
  };
  return (
    <ReportFrame
      title={named.title}
      lead={t.lead}
      actions={
        <Button appearance="primary" disabledFocusable={isMaking || isBlank} onClick={press}>
          {named.title}
        </Button>
      }
    >
      <Waiting for={loaded} onRetry={again}>
        {(sheets) => (
          <p className={text.paragraph}>{sheets.length === 0 ? t.none : t.sheets(sheets.join(", "))}</p>
        )}
      </Waiting>
      <YourName value={name} onChange={setName} />
      <Field hint={t.functionsHint}>
        <Checkbox
          label={t.functions}
          checked={functions}
          onChange={(_, { checked }) => setFunctions(checked === true)}
        />
      </Field>
      {isMaking && <ProgressPanel activity={t.making} />}
      {saved !== undefined && <SavedCopy saved={saved} />}
    </ReportFrame>
  );
}
