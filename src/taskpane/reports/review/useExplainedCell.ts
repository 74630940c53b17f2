import { useEffect } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { settle, settlePort } from "../../state/failure";
import { goTo, location } from "../../state/location";
import { cellName } from "../../strings/cellName";
import { useText } from "../../strings/text";
import { strings } from "./strings";

/** Follows the command Explain this amount: from the active cell to the line that it shows. */
export function useExplainedCell(): void {
  const { t } = useText(strings);
  const { services, bill, report } = usePane();
  const { view, report: name, explainCell } = useStore(location);
  const notALine = t.notALine;
  useEffect(() => {
    if (explainCell !== true) return;
    // The command is done with once it has been heard.
    goTo({ view, report: name });
    void (async () => {
      // The amount may have been written since the workbook was read.
      await bill.refresh();
      const cell = await settlePort(services.port.activeCell());
      if (!cell.ok) return report(cell.failure);
      const line = await settle(services.session.ask("review", "lineAt", cell.value));
      if (!line.ok) return report(line.failure);
      if (line.value !== undefined) goTo({ view, report: name, invoice: line.value });
      else report({ code: "MISSING", message: notALine(cellName(cell.value)) });
    })();
  }, [view, name, explainCell, services, bill, report, notALine]);
}
