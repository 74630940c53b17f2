import { reports } from "../reports/reports";
import type { PaneReport, StepReport } from "../report/report";
import type { View } from "../state/location";

/** The reports that a person chooses on a tab. */
export const reportsOf = (view: View): readonly PaneReport[] =>
  reports.filter((report) => report.tab !== "bill").filter(({ tab }) => tab === view);

/** The reports that a run leads through. */
export const stepReports: readonly StepReport[] = reports.filter((report) => report.tab === "bill");
