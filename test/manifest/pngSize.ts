const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** The size that a PNG file says it has in its header, or undefined when it is no PNG file. */
export function pngSize(file: Uint8Array): PixelSize | undefined {
  // Signature, length and name of the first chunk, width, height.
  if (file.length < 24 || SIGNATURE.some((byte, index) => file[index] !== byte)) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const isHeader = view.getUint32(12) === 0x49484452;
  return isHeader ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined;
}
