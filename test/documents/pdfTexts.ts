import { unzlibSync } from "fflate";

/** The texts of a PDF, read back through the maps from its glyphs to characters, with what each page shows. */
export function textsOf(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes).toString("latin1");
  const streams = [...raw.matchAll(/<< \/Length (\d+) \/Filter \/FlateDecode[^>]*>>\nstream\n/g)].map(
    (found) => {
      const start = found.index + found[0].length;
      return Buffer.from(unzlibSync(bytes.subarray(start, start + Number(found[1])))).toString("latin1");
    },
  );
  const maps = streams
    .filter((stream) => stream.startsWith("/CIDInit"))
    .map(
      (stream) =>
        new Map([...stream.matchAll(/^<(\w{4})> <(\w+)>$/gm)].map(([, glyph, text]) => [glyph, text])),
    );
  const pages = streams.filter((stream) => stream.includes(" Tj "));
  return pages.map((page) =>
    [...page.matchAll(/\/([RB]) [\d.]+ Tf[^<]*<(\w*)> Tj/g)]
      .map(([, font, glyphs]) =>
        (glyphs!.match(/.{4}/g) ?? [])
          .map((glyph) => String.fromCharCode(parseInt(maps[font === "R" ? 0 : 1]!.get(glyph) ?? "0", 16)))
          .join(""),
      )
      .join("\n"),
  );
}
