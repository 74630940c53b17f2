import { Button } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { useTextStyles } from "../../parts/textStyles";
import { isBusy } from "../../state/billState";
import { goTo } from "../../state/place";
import { useText } from "../../strings/text";
import { SectionScreen } from "./SectionScreen";

/** An invented company to try things with. */
export function SampleSection() {
  const { t } = useText();
  const { bill, report } = usePane();
  const text = useTextStyles();
  const state = useStore(bill.store);
  const insert = async () => {
    await bill.insertSample();
    const after = bill.store.get();
    if (after.step === "failed") {
      report(after.failure);
      bill.dismiss();
    } else goTo({ view: "bill" });
  };
  return (
    <SectionScreen
      section="sample"
      actions={
        <Button appearance="primary" disabledFocusable={isBusy(state)} onClick={() => void insert()}>
          {t.sheets.insertSample}
        </Button>
      }
    >
      <p className={text.paragraph}>{t.sample.text}</p>
      {isBusy(state) && (
        <ProgressPanel what={state.progress?.what ?? t.bill.reading} share={state.progress?.share} />
      )}
    </SectionScreen>
  );
}
