import { Button, Field, Input } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useSettled } from "../../hooks/useSettled";
import { useStore } from "../../hooks/useStore";
import { Block } from "../../parts/Block";
import { Disclosure } from "../../parts/Disclosure";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { saveFile } from "../../parts/saveFile";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { Waiting } from "../../parts/Waiting";
import { ReportFrame } from "../../report/ReportFrame";
import { copyName, currentFile } from "../../run/currentFile";
import { bookOf } from "../../state/billState";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { shareStrings } from "./shareStrings";
import { strings } from "./strings";
import type { SharedView } from "./view";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Drawn anew for each copy, so that two copies cannot be laid side by side. */
function drawnKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function Shared({ view }: { readonly view: SharedView }) {
  const { t, f } = useText(shareStrings);
  const text = useTextStyles();
  const { columns, dropped, cards } = view;
  return (
    <>
      <Block title={t.pseudonyms}>
        {columns.length === 0 && <p className={text.paragraph}>{t.none}</p>}
        <ul className={text.list}>
          {columns.map(({ table, column, cells }) => (
            <li key={`${table} ${column}`} className={text.row}>
              <SummaryRow title={t.column(table, column)} figure={t.cells(f.count(cells))} />
            </li>
          ))}
        </ul>
      </Block>
      {cards > 0 && <p className={text.paragraph}>{t.cards(f.count(cards))}</p>}
      {dropped.length > 0 && (
        <Disclosure summary={t.dropped(f.count(dropped.length))}>
          {() => (
            <ul className={text.list}>
              {dropped.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
      <span className={text.quiet}>{t.alsoDropped}</span>
      <span className={text.quiet}>{t.anonymity}</span>
    </>
  );
}

/** Further columns whose values are replaced. */
function PersonalColumnsField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useText(shareStrings);
  return (
    <Field label={t.columns} hint={t.columnsHint}>
      <Input
        style={{ minWidth: 0, width: "100%" }}
        value={value}
        onChange={(_, { value: typed }) => onChange(typed)}
      />
    </Field>
  );
}

/** A copy of the workbook that may leave the house. */
export default function ShareScreen() {
  const { t: named } = useText(strings);
  const { t } = useText(shareStrings);
  const pane = usePane();
  const { session, port } = pane.services;
  const text = useTextStyles();
  const snapshot = bookOf(useStore(pane.bill.store))?.snapshot;
  const [typed, setTyped] = useState("");
  const [isMaking, setMaking] = useState(false);
  const [saved, setSaved] = useState<string>();
  const columns = useSettled(typed);
  const load = useCallback(() => {
    void snapshot;
    return settle(session.ask("share", "shown", { columns, key: "" }));
  }, [session, columns, snapshot]);
  const [loaded, again] = useLoaded(load);
  const make = async () => {
    setMaking(true);
    setSaved(undefined);
    const file = await currentFile(pane);
    const request = { columns: typed, key: drawnKey() };
    const made = file.ok ? await settle(session.ask("share", "copy", request, file.value)) : file;
    setMaking(false);
    if (!made.ok) return pane.report(made.failure);
    const name = copyName(port.name(), "copy", "xlsx");
    saveFile(new Blob([new Uint8Array(made.value.bytes)], { type: XLSX }), name);
    setSaved(name);
  };
  return (
    <ReportFrame
      title={named.title}
      lead={t.lead}
      actions={
        <Button
          appearance="primary"
          disabledFocusable={isMaking || loaded.state !== "ready"}
          onClick={() => void make()}
        >
          {named.title}
        </Button>
      }
    >
      <PersonalColumnsField value={typed} onChange={setTyped} />
      {isMaking && <ProgressPanel activity={t.making} />}
      {saved !== undefined && (
        <p className={text.paragraph} role="status">
          {t.saved(saved)}
        </p>
      )}
      <Waiting for={loaded} onRetry={again}>
        {(view) => <Shared view={view} />}
      </Waiting>
    </ReportFrame>
  );
}
