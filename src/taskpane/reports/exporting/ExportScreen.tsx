import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useCallback } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useStore } from "../../hooks/useStore";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { saveFile } from "../../parts/saveFile";
import { useTextStyles } from "../../parts/textStyles";
import { ReportFrame } from "../../report/ReportFrame";
import { UndoBar } from "../../run/UndoBar";
import { isBusy } from "../../state/billState";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { ExportPreview } from "./ExportPreview";
import { exportingOf } from "./exportState";
import { strings } from "./strings";

/** What is asked for; every change takes away what was shown for something else. */
function ExportFields() {
  const { t } = useText(strings);
  const pane = usePane();
  const { request } = exportingOf(pane);
  const asked = useStore(request);
  const { session } = pane.services;
  const [targets] = useLoaded(useCallback(() => settle(session.ask("exporting", "targets")), [session]));
  const chosen = targets.state === "ready" ? targets.value.find(({ id }) => id === asked.target) : undefined;
  return (
    <>
      <Field label={t.target} hint={chosen?.help ?? null}>
        <Select
          style={{ minWidth: 0 }}
          value={asked.target}
          onChange={(_, { value }) => request.dispatch({ target: value })}
        >
          <option value="">{t.choose}</option>
          {targets.state === "ready" &&
            targets.value.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </Select>
      </Field>
      <Field label={t.invoices} hint={t.invoicesHint}>
        <Input
          style={{ minWidth: 0 }}
          value={asked.invoices}
          onChange={(_, { value }) => request.dispatch({ invoices: value })}
        />
      </Field>
      <Checkbox
        label={t.drafts}
        checked={asked.drafts}
        onChange={(_, { checked }) => request.dispatch({ drafts: checked === true })}
      />
      <Checkbox
        label={t.again}
        checked={asked.again}
        onChange={(_, { checked }) => request.dispatch({ again: checked === true })}
      />
    </>
  );
}

/** Files for other systems: looked at first, then downloaded. */
export default function ExportScreen() {
  const { t } = useText(strings);
  const pane = usePane();
  const text = useTextStyles();
  const exporting = exportingOf(pane);
  const { view, isRunning, failure } = useStore(exporting.asked.store);
  const { target } = useStore(exporting.request);
  const state = useStore(pane.bill.store);
  const busy = isRunning || isBusy(state);
  const progress = isBusy(state) ? state.progress : undefined;
  const shown = view?.target === target ? view : undefined;
  const download = async () => {
    const result = await exporting.download(t.act);
    if (result.kind === "edited") pane.report({ code: "CHANGED", message: t.changed(result.sheet) });
    if (result.kind !== "done") return;
    const { name, bytes } = result.file;
    const fileName = name.split("/").at(-1) ?? name;
    saveFile(new Blob([new Uint8Array(bytes)]), fileName);
    pane.say(result.isLogged ? t.done(fileName) : t.doneWhole(fileName));
  };
  return (
    <ReportFrame
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <Button disabledFocusable={busy || target === ""} onClick={() => void exporting.load()}>
            {t.show}
          </Button>
          <Button
            appearance="primary"
            disabledFocusable={busy || shown === undefined || shown.files.length === 0}
            onClick={() => void download()}
          >
            {t.download}
          </Button>
        </>
      }
    >
      <UndoBar onUndone={exporting.load} />
      <ExportFields />
      {busy && <ProgressPanel activity={t.running} progress={progress} />}
      {failure !== undefined && (
        <p className={`${text.paragraph} ${text.error}`} role="alert">
          {failure.message}
        </p>
      )}
      {shown !== undefined && <ExportPreview view={shown} />}
    </ReportFrame>
  );
}
