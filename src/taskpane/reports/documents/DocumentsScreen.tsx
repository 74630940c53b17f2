import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useStore } from "../../hooks/useStore";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { saveFile } from "../../parts/saveFile";
import { useTextStyles } from "../../parts/textStyles";
import { ReportFrame } from "../../report/ReportFrame";
import { settle, type Failure } from "../../state/failure";
import { useText } from "../../strings/text";
import { DocumentsPreview } from "./DocumentsPreview";
import { documentsOf } from "./documentsState";
import { documentsStrings, languages } from "./documentsStrings";
import { strings } from "./strings";
import type { DocumentsRequest, DocumentsView } from "./view";

interface FieldsProps {
  readonly asked: DocumentsRequest;
  readonly change: (part: Partial<DocumentsRequest>) => void;
}

function KindField({ asked, change }: FieldsProps) {
  const { t } = useText(documentsStrings);
  const { session } = usePane().services;
  const [profiles] = useLoaded(
    useCallback(() => settle(session.ask("documents", "profileViews")), [session]),
  );
  const known = profiles.state === "ready" ? profiles.value : [];
  return (
    <Field label={t.kind} hint={known.find(({ id }) => id === asked.profile)?.help ?? null}>
      <Select
        style={{ minWidth: 0 }}
        value={asked.profile}
        onChange={(_, { value }) => change({ profile: value })}
      >
        <option value="">{t.pdf}</option>
        <option value="statement">{t.statements}</option>
        <option value="reminder">{t.reminders}</option>
        {known.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Statements and reminders are of a day, not of chosen documents. */
const isOfDay = ({ profile }: DocumentsRequest) => profile === "statement" || profile === "reminder";

/** What is asked for. */
function DocumentsFields({ asked, change }: FieldsProps) {
  const { t } = useText(documentsStrings);
  return (
    <>
      <KindField asked={asked} change={change} />
      <Field label={t.language}>
        <Select
          style={{ minWidth: 0 }}
          value={asked.language}
          onChange={(_, { value }) => change({ language: value })}
        >
          <option value="">{t.ofCustomer}</option>
          {languages.map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {isOfDay(asked) ? (
        <Field label={t.asOf} hint={t.asOfHint}>
          <Input
            type="date"
            style={{ minWidth: 0 }}
            value={asked.asOf}
            onChange={(_, { value }) => change({ asOf: value })}
          />
        </Field>
      ) : (
        <Field label={t.invoices} hint={t.invoicesHint}>
          <Input
            style={{ minWidth: 0 }}
            value={asked.invoices}
            onChange={(_, { value }) => change({ invoices: value })}
          />
        </Field>
      )}
      {asked.profile === "" && (
        <Checkbox
          label={t.drafts}
          checked={asked.drafts}
          onChange={(_, { checked }) => change({ drafts: checked === true })}
        />
      )}
    </>
  );
}

interface OutcomeProps {
  readonly view: DocumentsView | undefined;
  readonly failure: Failure | undefined;
}

function Outcome({ view, failure }: OutcomeProps) {
  const text = useTextStyles();
  return (
    <>
      {failure !== undefined && (
        <p className={`${text.paragraph} ${text.error}`} role="alert">
          {failure.message}
        </p>
      )}
      {view !== undefined && <DocumentsPreview view={view} />}
    </>
  );
}

/** Documents as PDFs and e-invoices: looked at first, then made in parts and downloaded. */
export default function DocumentsScreen() {
  const { title } = useText(strings).t;
  const { t: words, f } = useText(documentsStrings);
  const pane = usePane();
  const documents = documentsOf(pane);
  const asked = useStore(documents.request);
  const { view, isRunning, failure } = useStore(documents.asked.store);
  const making = useStore(documents.making);
  const [isApart, setApart] = useState(false);
  const [shownFor, setShownFor] = useState<DocumentsRequest>();
  const shown = shownFor === asked ? view : undefined;
  const busy = isRunning || making !== undefined;
  const count = shown?.files.length ?? 0;
  const show = async () => {
    if (await documents.load()) setShownFor(documents.request.get());
  };
  const make = async () => {
    const files = await documents.make(isApart, words.archive);
    if (files === undefined) return pane.say(words.cancelled);
    for (const { name, bytes } of files) saveFile(new Blob([new Uint8Array(bytes)]), name);
    pane.say(words.done(f.count(files.length)));
  };
  return (
    <ReportFrame
      title={title}
      lead={words.lead}
      actions={
        <>
          <Button disabledFocusable={busy} onClick={() => void show()}>
            {words.show}
          </Button>
          <Button appearance="primary" disabledFocusable={busy || count === 0} onClick={() => void make()}>
            {count === 0 ? words.makeNone : words.make(f.count(count))}
          </Button>
        </>
      }
    >
      <DocumentsFields asked={asked} change={documents.request.dispatch} />
      <Checkbox
        label={words.apart}
        checked={isApart}
        onChange={(_, { checked }) => setApart(checked === true)}
      />
      {isRunning && <ProgressPanel activity={words.looking} />}
      {making !== undefined && (
        <ProgressPanel
          activity={words.making(f.count(making.done), f.count(making.of))}
          share={making.of === 0 ? undefined : making.done / making.of}
          onCancel={documents.cancel}
        />
      )}
      <Outcome view={shown} failure={failure} />
    </ReportFrame>
  );
}
