const fixed = (value: number) => Math.round(value * 65_536);

/** A colour in the space that profiles are connected by. */
function xyz(x: number, y: number, z: number): number[] {
  return [0x58595a20, 0, fixed(x), fixed(y), fixed(z)];
}

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

function words(values: readonly number[]): number[] {
  return values.flatMap((value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff));
}

const padded = (bytes: readonly number[]) => [
  ...bytes,
  ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0),
];

function description(text: string): number[] {
  return padded([
    ...words([0x64657363, 0, text.length + 1]),
    ...ascii(text),
    0,
    ...Array<number>(78).fill(0),
  ]);
}

/** A curve of one exponent: 2.2, close to that of sRGB. */
const gamma = padded([...words([0x63757276, 0, 1]), 0x02, 0x33]);

/** A profile of version 2 with the primaries of sRGB (IEC 61966-2-1), adapted to D50: what a PDF/A shows its colours in. */
export function sRgbProfile(): Uint8Array {
  const tags: readonly (readonly [string, readonly number[]])[] = [
    ["desc", description("sRGB")],
    ["cprt", padded([...words([0x74657874, 0]), ...ascii("Public domain"), 0])],
    ["wtpt", words(xyz(0.9642, 1, 0.8249))],
    ["rXYZ", words(xyz(0.4361, 0.2225, 0.0139))],
    ["gXYZ", words(xyz(0.3851, 0.7169, 0.0971))],
    ["bXYZ", words(xyz(0.1431, 0.0606, 0.7141))],
    ["rTRC", gamma],
    ["gTRC", gamma],
    ["bTRC", gamma],
  ];
  const directory: number[] = [];
  const data: number[] = [];
  const start = 128 + 4 + tags.length * 12;
  for (const [tag, bytes] of tags) {
    directory.push(...ascii(tag), ...words([start + data.length, bytes.length]));
    data.push(...bytes);
  }
  const size = start + data.length;
  const header = [
    ...words([size, 0, 0x02100000]),
    ...ascii("mntrRGB XYZ "),
    ...[0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0],
    ...ascii("acsp"),
    ...words([0, 0, 0, 0, 0, 0, 0, fixed(0.9642), fixed(1), fixed(0.8249)]),
    ...Array<number>(48).fill(0),
  ];
  return Uint8Array.from([...header, ...words([tags.length]), ...directory, ...data]);
}
