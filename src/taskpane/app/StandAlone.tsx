import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { Pane } from "./Pane";
import type { Work } from "../../workbook/port/port";
import type { Openers, Services } from "../services/services";
import { settlePort, type Failure, type Result } from "../state/failure";
import { location } from "../state/location";
import { OpenScreen } from "../open/OpenScreen";
import { Sheets } from "../open/Sheets";
import { Toolbar } from "../open/Toolbar";

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  halves: {
    display: "grid",
    flexGrow: 1,
    minHeight: 0,
    gridTemplateColumns: "minmax(0, 1fr) minmax(320px, 400px)",
    "@media (max-width: 799px)": {
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "minmax(160px, 34%) minmax(0, 1fr)",
    },
    "@media (max-height: 420px)": { display: "block" },
  },
  pane: {
    minHeight: 0,
    minWidth: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    "@media (max-width: 799px)": { borderLeft: 0, borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  },
});

/** How far the opening of a workbook is. */
interface Opening {
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  /** 0 to 1; undefined while nothing can be counted. */
  readonly share: number | undefined;
}

const resting: Opening = { isBusy: false, failure: undefined, share: undefined };

/** Runs an opener and keeps what it opens; a later one makes an earlier one void. */
function useOpened() {
  const [services, setServices] = useState<Services>();
  const [opening, setOpening] = useState(resting);
  const latest = useRef(0);
  const open = async (opener: (work: Work) => Promise<Result<Services>>) => {
    const mine = ++latest.current;
    const isMine = () => mine === latest.current;
    setOpening({ ...resting, isBusy: true });
    const result = await opener({
      onProgress: ({ share }) => isMine() && setOpening({ ...resting, isBusy: true, share }),
      isCancelled: () => !isMine(),
    });
    if (!isMine()) return;
    setOpening(result.ok ? resting : { ...resting, failure: result.failure });
    if (!result.ok) return;
    location.dispatch({ view: "bill" });
    setServices(result.value);
  };
  return { services, opening, open };
}

/** The pane in a plain browser: a workbook file with its sheets beside the pane. */
export function StandAlone({ openers }: { readonly openers: Openers }) {
  const styles = useStyles();
  const { services, opening, open } = useOpened();
  const openFile = (file: File) => void open((work) => settlePort(openers.file(file, work)));
  const openSample = () => void open((work) => settlePort(openers.sample(work)));
  useDroppedFile(openFile);
  if (services === undefined) return <OpenScreen {...opening} onFile={openFile} onSample={openSample} />;
  const { shown } = services;
  return (
    <div className={styles.frame}>
      <Toolbar services={services} {...opening} onFile={openFile} onSample={openSample} />
      <div className={styles.halves}>
        {shown !== undefined && <Sheets book={shown} />}
        <div className={styles.pane}>
          <Pane key={services.port.name()} services={services} />
        </div>
      </div>
    </div>
  );
}

/** A file may be dropped anywhere; without this the browser would leave the page for it. */
function useDroppedFile(onFile: (file: File) => void): void {
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) latest.current(file);
    };
    document.addEventListener("dragover", allow);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", allow);
      document.removeEventListener("drop", drop);
    };
  }, []);
}
