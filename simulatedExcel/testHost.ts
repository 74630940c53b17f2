import type { OfficeHost } from "./officeHost";

/** The code of the error that a batch of requests ends with. */
export async function codeOf(act: Promise<unknown>): Promise<unknown> {
  try {
    await act;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
  return undefined;
}

/** Loads properties of a range of Sheet1 and gives them plainly. */
export async function read(
  host: OfficeHost,
  address: string,
  properties: string,
): Promise<Record<string, unknown>> {
  return await host.Excel.run(async (context) => {
    const range = rangeAt(context, address).load(properties);
    await context.sync();
    return range.toJSON() as Record<string, unknown>;
  });
}

export async function write(host: OfficeHost, address: string, values: unknown): Promise<void> {
  await host.Excel.run(async (context) => {
    setValues(rangeAt(context, address), values);
    await context.sync();
  });
}

export function rangeAt(context: Excel.RequestContext, address: string): Excel.Range {
  return context.workbook.worksheets.getItem("Sheet1").getRange(address);
}

/** One value for all cells is documented, though the types know arrays only. */
export function setValues(range: Excel.Range, values: unknown): void {
  range.values = values as Excel.Range["values"];
}
