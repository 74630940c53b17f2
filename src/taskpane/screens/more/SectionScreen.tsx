import type { ReactNode } from "react";
import { BackButton } from "../../parts/BackButton";
import { Screen } from "../../parts/Screen";
import { goTo, type Section } from "../../state/place";
import { useText } from "../../strings/text";

interface SectionScreenProps {
  readonly section: Section;
  readonly lead?: string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a section of More: its name, and the way back to the list. */
export function SectionScreen({ section, ...rest }: SectionScreenProps) {
  const { t } = useText();
  return (
    <Screen
      title={t.more.sections[section]}
      before={<BackButton onBack={() => goTo({ view: "more" })} />}
      {...rest}
    />
  );
}
