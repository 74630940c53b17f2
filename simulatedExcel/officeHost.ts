/// <reference types="office-js" />

import { readFileSync } from "node:fs";
import { readWorkbookFile } from "./files/readFile";
import { writeWorkbookFile } from "./files/writeFile";
import { newControls, type HostControls } from "./hostControls";
import { newHostCore, TIMEOUT_MILLIS, type CoreOptions } from "./hostCore";
import { libraryClasses } from "./libraryClasses";
import { inTime } from "./office/time";
import { DomPage } from "./page/domPage";
import { FastTimers } from "./page/fastTimers";
import { NodePage } from "./page/nodePage";
import { runScript } from "./page/runScript";

export { oldestExcel } from "./office/requirementSets";

export interface OfficeHostOptions extends CoreOptions {
  /** A file to open instead of an empty workbook. */
  readonly file?: Uint8Array;
  /** Files of the scripts that the add-in's page names behind office.js. */
  readonly scripts?: readonly string[];
  /**
   * How much faster the timers of the page run, the test's own among them: the library hands results of functions over
   * every 500 ms only. Left out, timers are those of the realm.
   */
  readonly timerSpeed?: number;
}

/** Excel with the genuine Office.js in it. */
export interface OfficeHost extends HostControls {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  /** Takes the library's globals away, so that another host can be opened. */
  close(): Promise<void>;
}

/** Opens Excel in the realm of the caller: from then on Excel and Office are globals there. */
export async function openOfficeHost(options: OfficeHostOptions = {}): Promise<OfficeHost> {
  const globals = globalThis as unknown as Partial<Pick<OfficeHost, "Excel" | "Office">>;
  const files = { read: readWorkbookFile, write: writeWorkbookFile };
  const core = newHostCore(options, libraryClasses, files);
  const controls = newControls(core, files);
  const timers = new FastTimers(options.timerSpeed ?? 1, (fault) => {
    core.transport.report(fault);
  });
  const ofExcel = { external: core.external, ...(options.timerSpeed ? timers.globals : {}) };
  const page = "document" in globalThis ? new DomPage(ofExcel) : new NodePage(ofExcel);
  const closePage = (): void => {
    core.close();
    timers.stop();
    page.close();
  };
  try {
    if (options.file) await controls.load(options.file);
    page.loadLibrary();
    for (const script of options.scripts ?? []) runScript(readFileSync(script, "utf8"), script);
    await inTime(globals.Office!.onReady(), options.timeoutMillis ?? TIMEOUT_MILLIS, () =>
      ["Office.js did not start", ...page.faults].join("; "),
    );
  } catch (fault) {
    closePage();
    throw fault;
  }
  await core.settle();
  controls.resetCounters();
  const close = async (): Promise<void> => {
    await core.settle();
    await core.transport.finish();
    closePage();
  };
  // The accessors of the controls must stay accessors, hence no spread.
  return Object.assign(Object.create(controls) as HostControls, {
    Excel: globals.Excel!,
    Office: globals.Office!,
    close,
  });
}
