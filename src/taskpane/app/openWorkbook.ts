import { findOffice, type OfficeApi } from "../office";
import type { Work } from "../../workbook/port/port";
import { hostFacts } from "./hostFacts";
import { preparedByHere } from "../services/preparedBy";
import type { Openers, Services } from "../services/services";
import { startEngine } from "./startEngine";

const SAMPLE = "sample.xlsx";

/** Reading of files is fetched only where one is read. */
async function readBook(file: File, work?: Work): ReturnType<Services["readBook"]> {
  const { FilePort } = await import(/* webpackChunkName: "file" */ "../../workbook/file/filePort");
  const opened = await FilePort.open(file.name, new Uint8Array(await file.arrayBuffer()), work);
  return opened.ok ? opened.value.read() : opened;
}

/** What the screens need beside the workbook. */
const servicesFor = (office: OfficeApi | undefined) => ({
  session: startEngine(),
  facts: hostFacts(office),
  preparedBy: preparedByHere(),
  readBook,
});

/** Reading and writing files is fetched only where there is no Excel. */
async function openBytes(name: string, bytes: Uint8Array, work?: Work): ReturnType<Openers["file"]> {
  const [{ FilePort }, { showFile }] = await Promise.all([
    import(/* webpackChunkName: "file" */ "../../workbook/file/filePort"),
    import(/* webpackChunkName: "file" */ "./shownBook"),
  ]);
  const opened = await FilePort.open(name, bytes, work);
  if (!opened.ok) return opened;
  const read = await opened.value.read();
  if (!read.ok) return read;
  const { port, shown } = showFile(opened.value, read.value);
  return { ok: true, value: { port, shown, ...servicesFor(undefined) } };
}

/** The ways to a workbook: the one that is open in Excel, a file, and the sample beside the page. */
export const openers: Openers = {
  inExcel: async () => {
    const { OfficePort } = await import(/* webpackChunkName: "excel" */ "../../workbook/officejs/officePort");
    const port = new OfficePort(globalThis);
    return { port, ...servicesFor(findOffice()) };
  },
  file: async (file, work) => openBytes(file.name, new Uint8Array(await file.arrayBuffer()), work),
  sample: async (work) => {
    const response = await fetch(SAMPLE);
    if (!response.ok) throw new Error(`${SAMPLE}: ${response.status}`);
    return openBytes(SAMPLE, new Uint8Array(await response.arrayBuffer()), work);
  },
};
