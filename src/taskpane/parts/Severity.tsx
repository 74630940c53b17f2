import { mergeClasses } from "@fluentui/react-components";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info16Regular } from "@fluentui/react-icons/svg/info";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import type { IssueSeverity } from "../session/views";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { useTextStyles } from "./textStyles";

const icons = { error: ErrorCircle16Filled, warning: Warning16Filled, info: Info16Regular } as const;

/** How bad something is, by shape and name and not by colour alone. */
export function Severity({ of }: { readonly of: IssueSeverity }) {
  const { t } = useText(paneStrings);
  const styles = useTextStyles();
  const Icon = icons[of];
  const tone = { error: styles.error, warning: styles.warning, info: styles.quiet }[of];
  return (
    <Icon className={mergeClasses(tone)} role="img" aria-label={t.severity[of]} style={{ flexShrink: 0 }} />
  );
}
