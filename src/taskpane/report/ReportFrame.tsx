import type { ReactNode } from "react";
import { useStore } from "../hooks/useStore";
import { BackButton } from "../parts/BackButton";
import { Screen } from "../parts/Screen";
import { goTo, location } from "../state/location";

interface ReportFrameProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** What can be done here, the primary button first. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What a report stands in: its title and, where it was chosen from a list, the way back to that. */
export function ReportFrame({ children, ...rest }: ReportFrameProps) {
  const { view, report } = useStore(location);
  const before = report !== undefined && <BackButton onBack={() => goTo({ view })} />;
  return (
    <Screen before={before} {...rest}>
      {children}
    </Screen>
  );
}
