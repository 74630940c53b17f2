import type { Snapshot } from "../../src/core/api";
import { OfficePort } from "../../src/workbook/officejs/officePort";
import type { WorkbookPort, WriteReceipt } from "../../src/workbook/port/port";
import { type OfficeHost, type OfficeHostOptions, openOfficeHost } from "../../simulatedExcel";
import { readBy } from "./books";

export interface OpenedOffice {
  readonly host: OfficeHost;
  readonly port: OfficePort;
  readonly snapshot: Snapshot;
}

/** What a write left behind; throws when it failed. */
export async function written(result: ReturnType<WorkbookPort["apply"]>): Promise<WriteReceipt> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
}

export type OpenOffice = (
  file: Uint8Array,
  options?: Omit<OfficeHostOptions, "file">,
) => Promise<OpenedOffice>;

/** Opens files in Excel, and closes them after every test; nothing that the host lacks may have been used. */
export function freshOfficePerTest(): OpenOffice {
  const hosts: OfficeHost[] = [];
  const close = async (): Promise<void> => {
    for (const host of hosts.splice(0)) {
      expect(host.unimplemented).toEqual([]);
      expect(host.faults).toEqual([]);
      await host.close();
    }
  };
  afterEach(close);
  return async (file, options = {}) => {
    // A realm has one Excel.
    await close();
    const host = await openOfficeHost({ ...options, file });
    hosts.push(host);
    const port = new OfficePort(host);
    return { host, port, snapshot: await readBy(port) };
  };
}
