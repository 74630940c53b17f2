/// <reference types="office-js" />

import { readWorkbookFile } from "./files/readFile";
import { writeWorkbookFile } from "./files/writeFile";
import { newControls, type HostControls } from "./hostControls";
import { newHostCore, type CoreOptions } from "./hostCore";
import { libraryClasses } from "./libraryClasses";
import { DomPage } from "./page/domPage";
import { NodePage, type LibraryPage } from "./page/nodePage";

export { oldestExcel } from "./office/requirementSets";

export interface OfficeHostOptions extends CoreOptions {
  /** A file to open instead of an empty workbook. */
  readonly file?: Uint8Array;
  /** How long the library may take to start. */
  readonly timeoutMillis?: number;
}

/** Excel with the genuine Office.js in it. */
export interface OfficeHost extends HostControls {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  /** Takes the library's globals away, so that another host can be opened. */
  close(): Promise<void>;
}

const TIMEOUT_MILLIS = 30_000;

/** Opens Excel in the realm of the caller: from then on Excel and Office are globals there. */
export async function openOfficeHost(options: OfficeHostOptions = {}): Promise<OfficeHost> {
  const globals = globalThis as unknown as Partial<Pick<OfficeHost, "Excel" | "Office">>;
  const core = newHostCore(options, libraryClasses, readWorkbookFile);
  const controls = newControls(core, { read: readWorkbookFile, write: writeWorkbookFile });
  const page = "document" in globalThis ? new DomPage(core.external) : new NodePage(core.external);
  try {
    if (options.file) await controls.load(options.file);
    page.loadLibrary();
    await inTime(globals.Office!.onReady(), options.timeoutMillis ?? TIMEOUT_MILLIS, page);
  } catch (fault) {
    page.close();
    throw fault;
  }
  await core.settle();
  controls.resetCounters();
  const close = async (): Promise<void> => {
    await core.settle();
    await core.transport.finish();
    page.close();
  };
  // The accessors of the controls must stay accessors, hence no spread.
  return Object.assign(Object.create(controls) as HostControls, {
    Excel: globals.Excel!,
    Office: globals.Office!,
    close,
  });
}

async function inTime(started: Promise<unknown>, millis: number, page: LibraryPage): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Office.js did not start: ${page.faults.join("; ") || "no reason is known"}`));
    }, millis);
  });
  try {
    await Promise.race([started, late]);
  } finally {
    clearTimeout(timer);
  }
}
