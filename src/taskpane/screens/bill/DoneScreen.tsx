import { Button, mergeClasses } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { usePane, useReveal } from "../../hooks/context";
import { BackButton } from "../../parts/BackButton";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import type { WrittenRun } from "../../state/billState";
import { goTo } from "../../state/place";
import { useText } from "../../strings/text";
import { SheetOutcomes } from "./SheetOutcomes";

const INVOICES = "Invoices";

/** What was written, in numbers, and what one does next. */
export default function DoneScreen({ run }: { readonly run: WrittenRun }) {
  const { t, f } = useText();
  const { bill } = usePane();
  const reveal = useReveal();
  const text = useTextStyles();
  const { receipt, preview } = run;
  const target = receipt.sheets.find(({ name }) => name === INVOICES) ?? receipt.sheets[0];
  return (
    <Screen
      title={t.done.title}
      before={<BackButton name={t.done.again} onBack={() => void bill.open()} />}
      actions={
        <>
          <Button
            appearance="primary"
            onClick={() => reveal([{ sheet: target?.name ?? INVOICES, row: 0, column: 0 }])}
          >
            {t.done.goTo}
          </Button>
          <Button onClick={() => goTo({ view: "reconcile", runs: true })}>{t.done.reconcile}</Button>
          <Button appearance="subtle" onClick={() => void bill.undo()}>
            {t.done.undo}
          </Button>
        </>
      }
    >
      <p className={mergeClasses(text.paragraph, text.strong)}>
        <CheckmarkCircle16Filled className={text.good} aria-hidden />{" "}
        {t.done.written(f.count(preview.invoices.length), f.count(receipt.sheets.length))}
      </p>
      {preview.held.length > 0 && (
        <p className={text.paragraph}>{t.done.held(f.count(preview.held.length))}</p>
      )}
      <SheetOutcomes
        outcomes={receipt.sheets.map(({ name, action }) => ({
          sheet: name,
          outcome: t.done.actions[action],
          rows: preview.writes.find(({ sheet }) => sheet === name)?.rows,
        }))}
        invoices={preview.invoices}
      />
    </Screen>
  );
}
