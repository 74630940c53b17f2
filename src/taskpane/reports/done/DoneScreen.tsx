import { Button, mergeClasses } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { usePane, useReveal } from "../../hooks/context";
import { BackButton } from "../../parts/BackButton";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import type { RunAt } from "../../report/report";
import { goTo } from "../../state/location";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { HeldList } from "../../run/HeldList";
import { NotReadList } from "../../run/NotReadList";
import { SheetOutcomes } from "../../run/SheetOutcomes";
import { strings } from "./strings";

const INVOICES = "Invoices";

/** What was written, in numbers, and what one does next. */
export default function DoneScreen({ run: { run } }: { readonly run: RunAt<"done"> }) {
  const { t, f } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const { bill } = usePane();
  const reveal = useReveal();
  const text = useTextStyles();
  const { receipt, preview } = run;
  const target = receipt.sheets.find(({ name }) => name === INVOICES) ?? receipt.sheets[0];
  return (
    <Screen
      title={t.title}
      before={<BackButton name={t.again} onBack={() => void bill.open()} />}
      actions={
        <>
          <Button
            appearance="primary"
            onClick={() => reveal([{ sheet: target?.name ?? INVOICES, row: 0, column: 0 }])}
          >
            {t.goTo}
          </Button>
          <Button onClick={() => goTo({ view: "reconcile", runs: true })}>{t.reconcile}</Button>
          <Button appearance="subtle" onClick={() => void bill.undo()}>
            {pane.bill.undoRun}
          </Button>
        </>
      }
    >
      <p className={mergeClasses(text.paragraph, text.strong)}>
        <CheckmarkCircle16Filled className={text.good} aria-hidden />{" "}
        {t.written(f.count(preview.invoices.length), f.count(receipt.sheets.length))}
      </p>
      <HeldList held={preview.held} note={t.held(f.count(preview.held.length))} />
      <NotReadList notRead={preview.notRead} />
      <SheetOutcomes
        outcomes={receipt.sheets.map(({ name, action }) => ({
          sheet: name,
          outcome: t.actions[action],
          rows: preview.writes.find(({ sheet }) => sheet === name)?.rows,
        }))}
        invoices={preview.invoices}
      />
    </Screen>
  );
}
