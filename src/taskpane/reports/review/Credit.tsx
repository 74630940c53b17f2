import { Button, Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useCallback, useId, useState } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useStore } from "../../hooks/useStore";
import { Block } from "../../parts/Block";
import { useTextStyles } from "../../parts/textStyles";
import { Waiting } from "../../parts/Waiting";
import { isBusy } from "../../state/billState";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { actsOf } from "../../run/acts";
import { CreditPreview } from "./CreditPreview";
import { strings } from "./strings";
import { useWriteCredit } from "./useWriteCredit";
import type { CreditableView, CreditRequest } from "./view/creditView";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  input: { minWidth: 0, width: "100%" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type Typed = Omit<CreditRequest, "isRebill">;

interface CreditFieldsProps {
  readonly creditable: CreditableView;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

/** What to credit, and why. */
function CreditFields({ creditable: { left, lines, reasons }, typed, onChange }: CreditFieldsProps) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const codes = useId();
  return (
    <div className={styles.fields}>
      {lines.length > 1 && (
        <Field label={t.line}>
          <Select
            className={styles.input}
            value={typed.line === undefined ? "" : String(typed.line)}
            onChange={(_, { value }) =>
              onChange({ ...typed, line: value === "" ? undefined : Number(value) })
            }
          >
            <option value="">{t.wholeInvoice(f.money(left))}</option>
            {lines.map((line) => (
              <option key={line.line} value={line.line}>
                {t.lineLeft(f.count(line.line), line.product, f.money(line.left))}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t.amount} hint={t.amountHint}>
        <Input
          className={styles.input}
          inputMode="decimal"
          value={typed.amount}
          onChange={(_, { value }) => onChange({ ...typed, amount: value })}
        />
      </Field>
      <Field label={t.reason} hint={t.reasonHint}>
        <Input
          className={styles.input}
          list={codes}
          value={typed.reason}
          onChange={(_, { value }) => onChange({ ...typed, reason: value })}
        />
      </Field>
      <datalist id={codes}>
        {reasons.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </div>
  );
}

/** Where credits have to be approved it must be known who made one, so that nobody approves their own. */
function NameField({ name, onChange }: { readonly name: string; readonly onChange: (name: string) => void }) {
  const { t } = useText(strings);
  const styles = useStyles();
  return (
    <Field label={t.yourName} hint={t.yourNameHint}>
      <Input
        className={styles.input}
        defaultValue={name}
        onChange={(_, { value }) => onChange(value.trim())}
      />
    </Field>
  );
}

const nothingTyped: Typed = { amount: "", line: undefined, reason: "" };

/** What is typed, what would be written of it, and the two ways to write it. */
function CreditForm({ number, onClose }: { readonly number: string; readonly onClose: () => void }) {
  const { t } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const pane = usePane();
  const { session, preparedBy } = pane.services;
  const busy = isBusy(useStore(pane.bill.store));
  const acts = useStore(actsOf(pane).store);
  const [typed, setTyped] = useState(nothingTyped);
  const [name, setName] = useState(preparedBy.name());
  const changeName = (changed: string) => {
    preparedBy.remember(changed);
    setName(changed);
  };
  const write = useWriteCredit(number);
  const load = useCallback(() => {
    // What is left changes with every act, and with its undoing.
    void acts;
    return settle(session.ask("review", "creditable", number));
  }, [session, number, acts]);
  const [loaded, again] = useLoaded(load);
  const isBlank = typed.reason.trim() === "";
  const finish = async (request: CreditRequest) => {
    if (await write(request)) setTyped(nothingTyped);
  };
  return (
    <Block title={t.credit}>
      <Waiting for={loaded} onRetry={again}>
        {(creditable) => (
          <>
            <CreditFields creditable={creditable} typed={typed} onChange={setTyped} />
            <CreditPreview number={number} request={{ ...typed, isRebill: false }} by={name} acts={acts} />
            {creditable.needsName && <NameField name={name} onChange={changeName} />}
          </>
        )}
      </Waiting>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy || isBlank}
          onClick={() => void finish({ ...typed, isRebill: false })}
        >
          {t.write}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void finish({ ...nothingTyped, isRebill: true })}>
          {t.rebill}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          {t.closeCredit}
        </Button>
      </div>
      <span className={mergeClasses(text.quiet)}>{t.rebillSays}</span>
    </Block>
  );
}

/** Credits an issued invoice, once somebody wants to. */
export function Credit({ number }: { readonly number: string }) {
  const { t } = useText(strings);
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <CreditForm number={number} onClose={() => setIsOpen(false)} />;
  return (
    <div>
      <Button onClick={() => setIsOpen(true)}>{t.credit}</Button>
    </div>
  );
}
