import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload16Regular } from "@fluentui/react-icons/svg/arrow-download";
import { useState } from "react";
import type { Services } from "../services/services";
import { ProgressPanel } from "../parts/ProgressPanel";
import { saveFile } from "../parts/saveFile";
import { useTextStyles } from "../parts/textStyles";
import { settle, type Failure } from "../state/failure";
import { useText } from "../strings/text";
import { FileButton } from "./FileButton";
import { openStrings } from "./strings";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    flexShrink: 0,
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    // One line beside a narrow grid, which needs the height.
    "@media (max-width: 479px)": {
      gap: 0,
      padding: "2px 0",
      "& .fui-Button": { minWidth: 0, padding: "1px 2px", fontWeight: tokens.fontWeightRegular },
      "& .fui-Button__icon": { display: "none" },
    },
  },
  status: { minWidth: "180px", ":empty": { display: "none" } },
});

interface ToolbarProps {
  readonly services: Services;
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  /** How far the opening is, from 0 to 1, once that can be said. */
  readonly share: number | undefined;
  readonly onFile: (file: File) => void;
  readonly onSample: () => void;
}

/** Another workbook, or this one with all that was written. */
export function Toolbar({ services, isBusy, failure, share, onFile, onSample }: ToolbarProps) {
  const { t } = useText(openStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const [lost, setLost] = useState<Failure>();
  const download = async () => {
    const file = await settle(services.shown!.download());
    setLost(file.ok ? undefined : file.failure);
    if (file.ok) saveFile(file.value, services.port.name());
  };
  const shown = failure ?? lost;
  return (
    <div className={styles.bar}>
      <FileButton appearance="subtle" size="small" onFile={onFile} />
      <Button appearance="subtle" size="small" onClick={onSample}>
        {t.sample}
      </Button>
      {services.shown !== undefined && (
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowDownload16Regular />}
          onClick={() => void download()}
        >
          {t.download}
        </Button>
      )}
      <div role="status" className={styles.status}>
        {isBusy && <ProgressPanel activity={t.opening} share={share} />}
      </div>
      {shown !== undefined && (
        <span className={text.error} role="alert">
          {shown.message}
        </span>
      )}
    </div>
  );
}
