import { useStore } from "../hooks/useStore";
import { location, type View } from "../state/location";
import { ReportList } from "./ReportList";
import { reportsOf } from "./reportsOf";

/** A tab of reports: the one that was chosen, the only one, or the list to choose from. */
export function ReportTab({ view }: { readonly view: View }) {
  const { report: name } = useStore(location);
  const reports = reportsOf(view);
  const [only] = reports.length === 1 ? reports : [];
  const shown = reports.find((report) => report.name === name) ?? only;
  if (shown === undefined) return <ReportList view={view} reports={reports} />;
  const Shown = shown.screen;
  return <Shown />;
}
