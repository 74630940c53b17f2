import { Button } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { useTextStyles } from "../../parts/textStyles";
import { ReportFrame } from "../../report/ReportFrame";
import { isBusy } from "../../state/billState";
import { goTo } from "../../state/location";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { strings } from "./strings";

/** An invented company to try things with. */
export default function SampleScreen() {
  const { t } = useText(strings);
  const { t: pane } = useText(paneStrings);
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
    <ReportFrame
      title={t.title}
      actions={
        <Button appearance="primary" disabledFocusable={isBusy(state)} onClick={() => void insert()}>
          {pane.bill.insertSample}
        </Button>
      }
    >
      <p className={text.paragraph}>{t.text}</p>
      {isBusy(state) && <ProgressPanel activity={pane.bill.reading} progress={state.progress} />}
    </ReportFrame>
  );
}
