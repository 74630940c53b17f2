import { GridBuilder } from "../../../../core/api";
import { encodeUtf8 } from "../../../bytes/text";
import { csv } from "../csv";
import type { DataFormat } from "../../dataFormat";
import { areTooMany, readUsageFiles } from "./readUsageFiles";
import type { TextSource } from "./usageSource";

/** A format whose rows can only be copied. */
const objects: DataFormat = {
  id: "objects",
  title: "a list of objects",
  endings: ["objects"],
  isStreamed: false,
  table: "Usage",
  detects: (bytes) => bytes[0] === "{".charCodeAt(0),
  read: (_, name) => ({ ok: true, grid: new GridBuilder(name).build() }),
};
jest.mock("../../registry", () => ({
  get dataFormats() {
    return [objects, csv];
  },
}));

const source = (name: string, text: string): TextSource => ({
  name,
  size: text.length,
  open: async function* () {
    yield encodeUtf8(text);
  },
  sha256: () => "0",
});

const empty = { grids: [], tables: [], date1904: false, pictures: [] };

describe("usage in a format that is not read piece by piece", () => {
  const file = source("may.objects", '{"Meter":"Calls"}\n');

  it("is copied where there is room", async () => {
    const grids = await readUsageFiles(empty, { added: [file], listed: [], room: 100 });
    expect(grids.map(({ sheet }) => sheet)).toEqual(["may.objects"]);
  });

  it.each([
    ["it is to stay where it is", { keepUsage: false, room: 100 }],
    ["there is no room", { room: 0 }],
  ])("is refused and not taken for CSV where %s", async (_why, given) => {
    await expect(readUsageFiles(empty, { added: [file], listed: [], ...given })).rejects.toThrow(
      "It is a list of objects, whose rows are billed only where they are copied into the workbook",
    );
  });
});

it.each([
  ["in one piece", 1],
  ["in pieces that end where there is no more room", 10],
])("counts the rows of a packed text that may have more than its size tells: %s", async (_how, parts) => {
  const lines = ["Meter,Quantity\n", ...Array<string>(99).fill("Calls,1\n")];
  const packed: TextSource = {
    ...source("equal.csv.gz", ""),
    size: 10,
    mostBytes: 10_000,
    open: async function* () {
      for (let part = 0; part < parts; part++)
        yield encodeUtf8(lines.slice((part * 100) / parts, ((part + 1) * 100) / parts).join(""));
    },
  };
  const answers = await Promise.all([50, 98, 100].map((room) => areTooMany([packed], empty, room)));
  expect(answers).toEqual([true, true, false]);
});
