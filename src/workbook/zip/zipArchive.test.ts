import { PackageError } from "../readFailure";
import { openZip } from "./zipArchive";
import { defaultZipLimits } from "./zipSafety";
import { writeZip } from "./writeZip";

const text = (content: string): Uint8Array => Buffer.from(content, "utf8");
const long = text("<row/>".repeat(1000));

function zip(...members: [string, Uint8Array][]): Buffer {
  return Buffer.from(writeZip(members.map(([name, bytes]) => ({ name, bytes }))));
}

/** The code with which something is refused. */
function refusal(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof PackageError) return error.code;
    throw error;
  }
  return undefined;
}

/** Offset of the n-th entry of the central directory. */
function directoryEntry(file: Buffer, entryIndex = 0): number {
  let position = file.readUInt32LE(file.length - 6);
  for (let index = 0; index < entryIndex; index++) position += 46 + file.readUInt16LE(position + 28);
  return position;
}

function patched(file: Buffer, patch: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(file);
  patch(copy);
  return copy;
}

/** The same zip with all sizes and offsets moved to zip64 records. */
function asZip64(file: Buffer): Buffer {
  const directory = directoryEntry(file);
  const nameLength = file.readUInt16LE(directory + 28);
  const entry = Buffer.from(file.subarray(directory, directory + 46 + nameLength));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(24)), 4);
  extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12);
  extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(42)), 20);
  for (const field of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, field);
  entry.writeUInt16LE(extra.length, 30);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(BigInt(entry.length + extra.length), 40);
  end64.writeBigUInt64LE(BigInt(directory), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directory + entry.length + extra.length), 8);
  const end = Buffer.from(file.subarray(file.length - 22));
  end.writeUInt32LE(0xffffffff, 12);
  end.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([file.subarray(0, directory), entry, extra, end64, locator, end]);
}

describe("a zip", () => {
  const file = zip(["a.xml", text("short")], ["folder/ü.xml", long]);

  it("reads what was written", () => {
    const archive = openZip(file);
    expect(archive.names).toEqual(["a.xml", "folder/ü.xml"]);
    expect(archive.text("a.xml")).toBe("short");
    expect(archive.bytes("folder/ü.xml")).toEqual(long);
    expect(archive.size("folder/ü.xml")).toBe(6000);
    expect(archive.raw("folder/ü.xml").compressed.length).toBeLessThan(100);
  });

  it("finds a member whatever the case of its name", () => {
    expect(openZip(file).text("A.XML")).toBe("short");
    expect(openZip(file).nameOf("A.XML")).toBe("a.xml");
    expect(openZip(file).has("b.xml")).toBe(false);
  });

  it("copies members as they are packed, with their dates", () => {
    const dated = patched(file, (copy) => copy.writeUInt32LE(0x5a8b1234, directoryEntry(copy) + 12));
    const archive = openZip(dated);
    const copy = openZip(writeZip(archive.names.map((name) => ({ name, raw: archive.raw(name) }))));
    for (const name of archive.names) expect(copy.raw(name)).toEqual(archive.raw(name));
  });

  it("is the same bytes for the same content", () => {
    expect(zip(["a", long])).toEqual(zip(["a", long]));
  });

  it("reads zip64", () => {
    const archive = openZip(asZip64(zip(["a.xml", long])));
    expect(archive.bytes("a.xml")).toEqual(long);
  });

  it("ignores the sizes of local headers, which a writer that streams leaves 0", () => {
    const streamed = patched(file, (copy) => copy.fill(0, 14, 26));
    expect(openZip(streamed).text("a.xml")).toBe("short");
  });

  it("decodes UTF-16 and drops byte order marks", () => {
    const utf16 = Buffer.from("\ufeffwide", "utf16le");
    const archive = openZip(
      zip(["le", utf16], ["be", Buffer.from(utf16).swap16()], ["utf8", text("\ufeffnarrow")]),
    );
    expect(archive.text("le")).toBe("wide");
    expect(archive.text("be")).toBe("wide");
    expect(archive.text("utf8")).toBe("narrow");
  });

  it("leaves folders out", () => {
    expect(openZip(zip(["folder/", text("")], ["folder/a", long])).names).toEqual(["folder/a"]);
  });

  it("reads a member without content", () => {
    expect(openZip(zip(["a", text("")])).bytes("a")).toHaveLength(0);
  });
});

describe("a zip that is cut off or damaged", () => {
  const file = zip(["a.xml", long], ["b.xml", text("other")]);

  it.each([1, 4, 11, 22, 23, 61, 121])("is refused when its last %i bytes are missing", (missing) => {
    expect(refusal(() => openZip(file.subarray(0, file.length - missing)))).toBe("TRUNCATED");
  });

  it("is refused when a member lies beyond the end", () => {
    const beyond = patched(file, (copy) => copy.writeUInt32LE(copy.length, directoryEntry(copy) + 42));
    expect(refusal(() => openZip(beyond))).toBe("TRUNCATED");
    const tooLong = patched(file, (copy) => copy.writeUInt32LE(0xffff, directoryEntry(copy) + 20));
    expect(refusal(() => openZip(tooLong))).toBe("TRUNCATED");
  });

  it("is refused when a member is asked for whose bytes changed", () => {
    const flipped = patched(file, (copy) => (copy[copy.indexOf("other")] = 0));
    expect(refusal(() => openZip(flipped).bytes("b.xml"))).toBe("DAMAGED");
    const garbled = patched(file, (copy) => copy.fill(0xff, 36, 50));
    expect(refusal(() => openZip(garbled).bytes("a.xml"))).toBe("DAMAGED");
    expect(refusal(() => openZip(file).bytes("c.xml"))).toBe("DAMAGED");
  });
});

describe("an unsafe zip", () => {
  it.each(["../a", "/a", "C:/a", "a/../../b", "..\\a"])("is refused for the name %s", (name) => {
    expect(refusal(() => openZip(zip([name, long])))).toBe("UNSAFE_ZIP");
  });

  it("is refused for two members of one name", () => {
    expect(refusal(() => openZip(zip(["a.xml", long], ["A.xml", long])))).toBe("UNSAFE_ZIP");
  });

  it("is refused for members that overlap", () => {
    const file = zip(["a", long], ["b", long]);
    const overlapping = patched(file, (copy) => copy.writeUInt32LE(0, directoryEntry(copy, 1) + 42));
    expect(refusal(() => openZip(overlapping))).toBe("UNSAFE_ZIP");
  });

  it("is refused for what it would unpack to", () => {
    const file = zip(["a", long], ["b", long]);
    const limits = { ...defaultZipLimits, ratioFromBytes: 1000 };
    expect(refusal(() => openZip(file, { ...limits, ratio: 100 }))).toBe("UNSAFE_ZIP");
    expect(refusal(() => openZip(file, { ...limits, memberBytes: 5999 }))).toBe("UNSAFE_ZIP");
    expect(refusal(() => openZip(file, { ...limits, totalBytes: 11_999 }))).toBe("UNSAFE_ZIP");
    expect(refusal(() => openZip(file, { ...limits, members: 1 }))).toBe("UNSAFE_ZIP");
    expect(openZip(file, { ...limits, totalBytes: 12_000, members: 2 }).names).toHaveLength(2);
  });

  it("is refused for a bomb of the size that the limits are meant for", () => {
    const bomb = zip(["xl/worksheets/sheet1.xml", Buffer.alloc(60 * 1024 ** 2)]);
    expect(refusal(() => openZip(bomb))).toBe("UNSAFE_ZIP");
  });

  it("never unpacks more than it declares", () => {
    const liar = patched(zip(["a", long]), (copy) => copy.writeUInt32LE(100, directoryEntry(copy) + 24));
    expect(refusal(() => openZip(liar).bytes("a"))).toBe("UNSAFE_ZIP");
    const empty = patched(zip(["a", long]), (copy) => copy.writeUInt32LE(0, directoryEntry(copy) + 24));
    expect(refusal(() => openZip(empty).bytes("a"))).toBe("UNSAFE_ZIP");
  });

  it("is refused for a password and for an unusual method", () => {
    const locked = patched(zip(["a", long]), (copy) => copy.writeUInt16LE(1, directoryEntry(copy) + 8));
    expect(refusal(() => openZip(locked))).toBe("ENCRYPTED");
    const deflate64 = patched(zip(["a", long]), (copy) => copy.writeUInt16LE(9, directoryEntry(copy) + 10));
    expect(refusal(() => openZip(deflate64))).toBe("UNSUPPORTED");
  });
});

describe("a zip that is another from its beginning than from its end", () => {
  const file = zip(["a.xml", long], ["b.xml", text("other")], ["c.xml", text("third")]);
  const refused = (patch: (copy: Buffer) => void) => refusal(() => openZip(patched(file, patch)));

  /** The same without the n-th entry of its list, and with the count that goes with it. */
  function withoutEntry(entryIndex: number): Buffer {
    const start = directoryEntry(file, entryIndex);
    const end = start + 46 + file.readUInt16LE(start + 28);
    const copy = Buffer.concat([file.subarray(0, start), file.subarray(end)]);
    copy.writeUInt16LE(2, copy.length - 14);
    copy.writeUInt16LE(2, copy.length - 12);
    copy.writeUInt32LE(copy.readUInt32LE(copy.length - 10) - (end - start), copy.length - 10);
    return copy;
  }

  it.each([0, 1, 2])("is refused for the part %i that its list does not name", (entryIndex) => {
    expect(refusal(() => openZip(withoutEntry(entryIndex)))).toBe("UNSAFE_ZIP");
  });

  it.each([
    ["a name", (copy: Buffer) => (copy[30] = 0x62)],
    ["a method", (copy: Buffer) => copy.writeUInt16LE(0, 8)],
    ["a checksum", (copy: Buffer) => copy.writeUInt32LE(1, 14)],
    ["a packed size", (copy: Buffer) => copy.writeUInt32LE(7, 18)],
    ["an unpacked size", (copy: Buffer) => copy.writeUInt32LE(7, 22)],
    ["a count", (copy: Buffer) => copy.writeUInt16LE(2, copy.length - 12)],
  ])("is refused for %s of its own", (_, patch) => {
    expect(refused(patch)).toBe("UNSAFE_ZIP");
  });

  it("is refused for entries behind the end of its list", () => {
    expect(
      refused((copy) => {
        copy.writeUInt32LE(51, copy.length - 10);
        copy.writeUInt16LE(1, copy.length - 12);
      }),
    ).toBe("UNSAFE_ZIP");
  });

  it("is refused for two ends", () => {
    const end = file.subarray(file.length - 22);
    const both = Buffer.concat([file.subarray(0, file.length - 2), Buffer.from([22, 0]), end]);
    expect(refusal(() => openZip(both))).toBe("UNSAFE_ZIP");
  });

  it("may have sizes behind the data, folders, a beginning of its own and a comment", () => {
    const folder = zip(["folder/", text("")], ["folder/a", long]);
    expect(openZip(folder).names).toEqual(["folder/a"]);
    const comment = Buffer.concat([file.subarray(0, file.length - 2), Buffer.from([4, 0]), text("note")]);
    expect(openZip(comment).names).toHaveLength(3);
    // Python's zipfile as a stream: the sizes of its only member are 0 in the header and follow the data.
    const streamed = Buffer.from(
      "504b03041400080000000000210000000000000000000000000005000000612e786d6c73686f7274504b0708" +
        "a290288f0500000005000000504b0102140314000800000000002100a290288f050000000500000005000000" +
        "0000000000000000800100000000612e786d6c504b0506000000000100010033000000380000000000",
      "hex",
    );
    expect(openZip(streamed).names).toEqual(["a.xml"]);
  });
});

describe("writing a zip", () => {
  it("refuses what would need zip64", () => {
    const member = openZip(zip(["a", long])).raw("a");
    const huge = { name: "a", raw: { ...member, size: 2 ** 32 } };
    expect(() => writeZip([huge])).toThrow("4 GB");
    expect(() => writeZip(new Array<typeof huge>(65_535).fill(huge))).toThrow("65,534 parts");
  });
});
