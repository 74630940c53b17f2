import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useCallback, useRef } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useStore } from "../../hooks/useStore";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { useTextStyles } from "../../parts/textStyles";
import { ReportFrame } from "../../report/ReportFrame";
import { UndoBar } from "../../run/UndoBar";
import { isBusy } from "../../state/billState";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { ImportPreview } from "./ImportPreview";
import { importingOf } from "./importState";
import { strings } from "./strings";

function ImportFields({ isBusy: busy }: { readonly isBusy: boolean }) {
  const { t } = useText(strings);
  const pane = usePane();
  const importing = importingOf(pane);
  const asked = useStore(importing.request);
  const input = useRef<HTMLInputElement>(null);
  const { session } = pane.services;
  const [sources] = useLoaded(useCallback(() => settle(session.ask("importing", "sources")), [session]));
  const list = sources.state === "ready" ? sources.value : [];
  const take = async (file: File | undefined) => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    importing.request.dispatch({ name: file.name, bytes });
    await importing.load();
  };
  return (
    <>
      <Field label={t.source} hint={list.find(({ id }) => id === asked.source)?.help ?? null}>
        <Select
          style={{ minWidth: 0 }}
          value={asked.source}
          onChange={(_, { value }) => importing.request.dispatch({ source: value, name: "" })}
        >
          <option value="">{t.choose}</option>
          {list.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.table} hint={t.tableHint}>
        <Input
          style={{ minWidth: 0 }}
          value={asked.table}
          onChange={(_, { value }) => importing.request.dispatch({ table: value })}
        />
      </Field>
      <div>
        <Button disabledFocusable={busy || asked.source === ""} onClick={() => input.current?.click()}>
          {t.chooseFile}
        </Button>
        <input
          ref={input}
          type="file"
          aria-label={t.file}
          hidden
          onChange={({ target }) => {
            const [file] = [...(target.files ?? [])];
            // The same file can then be chosen again after a change.
            target.value = "";
            void take(file);
          }}
        />
      </div>
    </>
  );
}

/** Rows from files of other systems: looked at first, then added. */
export default function ImportScreen() {
  const { t } = useText(strings);
  const pane = usePane();
  const text = useTextStyles();
  const importing = importingOf(pane);
  const { view, isRunning, failure } = useStore(importing.asked.store);
  const { name } = useStore(importing.request);
  const state = useStore(pane.bill.store);
  const busy = isRunning || isBusy(state);
  const progress = isBusy(state) ? state.progress : undefined;
  const shown = name === "" ? undefined : view;
  const add = async () => {
    const { isAdded, edited } = await importing.add(t.act);
    if (edited !== undefined) pane.report({ code: "CHANGED", message: t.changed(edited) });
    if (isAdded) pane.say(t.done(name));
  };
  return (
    <ReportFrame
      title={t.title}
      lead={t.lead}
      actions={
        <Button
          appearance="primary"
          disabledFocusable={busy || shown === undefined || shown.added.length === 0}
          onClick={() => void add()}
        >
          {t.add}
        </Button>
      }
    >
      <UndoBar onUndone={importing.load} />
      <ImportFields isBusy={busy} />
      {busy && <ProgressPanel activity={t.running} progress={progress} />}
      {failure !== undefined && (
        <p className={`${text.paragraph} ${text.error}`} role="alert">
          {failure.message}
        </p>
      )}
      {shown !== undefined && failure === undefined && <ImportPreview view={shown} name={name} />}
    </ReportFrame>
  );
}
