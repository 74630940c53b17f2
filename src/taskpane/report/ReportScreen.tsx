import type { ReactNode } from "react";
import type { ViewedReport, ViewOf } from "../client/sessionClient";
import { Waiting } from "../parts/Waiting";
import { ReportFrame } from "./ReportFrame";
import { useView } from "./useView";

interface ReportScreenProps<Report extends ViewedReport> {
  readonly report: Report;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly actions?: ReactNode;
  /** What is shown of what the engine answers. */
  readonly children: (view: ViewOf<Report>) => ReactNode;
}

/** A report that shows one view of the workbook. */
export function ReportScreen<Report extends ViewedReport>(props: ReportScreenProps<Report>) {
  const { report, children, ...frame } = props;
  const [loaded, again] = useView(report);
  return (
    <ReportFrame {...frame}>
      <Waiting for={loaded} onRetry={again}>
        {children}
      </Waiting>
    </ReportFrame>
  );
}
