import { BYTE_ORDER_MARK } from "../text/encoding";
import { commaSeparated, plainField } from "../text/delimitedText";
import { defineDocumentExport, type DocumentExport, type ExportFile, type FilesInput } from "../export";
import { batchesOf, type Batch, type BatchOptions } from "./batches";
import type { ExportDocument, ExportLine } from "./exportDocument";
import type { Value } from "./field";

/** A column of a file, and what is in it of a line. */
export interface LineColumn {
  readonly title: string;
  readonly value: (line: ExportLine, document: ExportDocument) => Value;
}

type CsvDefinition = Pick<DocumentExport, "id" | "title" | "help"> &
  Partial<Pick<DocumentExport, "currency" | "mostRows" | "remarks" | "template">> &
  Partial<BatchOptions>;

/** A CSV file of UTF-8: commas, CRLF, quotes where they are needed. */
function csvFile(
  path: string,
  records: readonly (readonly string[])[],
  { hasBom }: Pick<FilesInput, "hasBom">,
  { written }: Pick<Batch, "written">,
): ExportFile {
  const text = commaSeparated(records.map((fields) => fields.map((field) => plainField(field))));
  return {
    path,
    content: { kind: "text", text: hasBom ? BYTE_ORDER_MARK + text : text, encoding: "utf-8" },
    rows: written.reduce((all, { rows }) => all + rows.length, 0),
    documents: written.map(({ document }) => document),
  };
}

/** Files named by target, Run ID and part, with a header where there is one; credit notes apart where they are. */
export function csvFiles(
  id: string,
  options: BatchOptions,
  titles: (isOfCredits: boolean) => readonly string[] | undefined,
  input: FilesInput,
): ExportFile[] {
  return batchesOf(input.written, options).map((batch) => {
    const { isOfCredits, part, written } = batch;
    const header = titles(isOfCredits);
    const name = [id, ...(isOfCredits ? ["credits"] : []), input.runId, String(part)].join("-");
    const records = written.flatMap(({ rows }) => rows);
    return csvFile(`${name}.csv`, [...(header ? [header] : []), ...records], input, batch);
  });
}

/** An export with a row a line, given by its columns; those of credit notes may be others. */
export function defineLineCsv(
  definition: CsvDefinition & {
    readonly hasHeader?: boolean;
    readonly columns: (isOfCredits: boolean) => readonly LineColumn[];
  },
): DocumentExport {
  const { areCreditsApart = false, most, hasHeader = true, columns, ...others } = definition;
  const options = { areCreditsApart, ...(most === undefined ? {} : { most }) };
  const titles = (isOfCredits: boolean) =>
    hasHeader ? columns(isOfCredits).map(({ title }) => title) : undefined;
  return defineDocumentExport({
    ...others,
    extension: "csv",
    encoding: "utf-8",
    rows: (document) =>
      document.lines.map((line) => columns(document.isCredit).map(({ value }) => value(line, document))),
    files: (input) => csvFiles(definition.id, options, titles, input),
  });
}
