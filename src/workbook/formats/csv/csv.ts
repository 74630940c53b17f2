import { kindOfFile } from "../../bytes/fileKind";
import type { DataFormat } from "../dataFormat";
import { readCsv } from "./readCsv";

/** Text with separators: whatever is text and says of itself nothing else. */
export const csv: DataFormat = {
  id: "csv",
  title: "CSV",
  endings: ["csv", "tsv", "txt"],
  isStreamed: true,
  detects: (bytes) => ["text", "empty"].includes(kindOfFile(bytes).id),
  read: readCsv,
  table: undefined,
};
