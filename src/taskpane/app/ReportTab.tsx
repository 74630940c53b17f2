import { useStore } from "../hooks/useStore";
import { location, type View } from "../state/location";
import { ReportList } from "./ReportList";
import { ReportNav } from "./ReportNav";
import { reportsOf } from "./reportsOf";

/** A tab of reports: the one that was chosen, the only one, one that leads the others, or the list to choose from. */
export function ReportTab({ view }: { readonly view: View }) {
  const { report: name } = useStore(location);
  const reports = reportsOf(view);
  const [only] = reports.length === 1 ? reports : [];
  const lead = reports.find(({ leads }) => leads);
  const shown = reports.find((report) => report.name === name) ?? only ?? lead;
  if (shown === undefined) return <ReportList view={view} reports={reports} />;
  const Shown = shown.screen;
  return (
    <>
      {lead !== undefined && reports.length > 1 && <ReportNav view={view} reports={reports} shown={shown} />}
      <Shown key={shown.name} />
    </>
  );
}
