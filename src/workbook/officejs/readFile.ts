/** The most that Excel gives at once. */
const SLICE_BYTES = 4_194_304;

/** A call of the older part of Office.js, which answers by calling back. */
function answerOf<Value>(
  call: (callback: (result: Office.AsyncResult<Value>) => void) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    call(({ status, value, error }) => {
      // The word stands in the library's own list, which Excel may not have loaded in full.
      if (String(status) === "succeeded") resolve(value);
      else reject(Object.assign(new Error(error.message), { code: error.name }));
    });
  });
}

/** The workbook as a file, slice by slice; Excel keeps a copy of it until it is told that it is not needed any more. */
export async function readFile(office: typeof Office): Promise<Uint8Array> {
  const options = { sliceSize: SLICE_BYTES };
  const file = await answerOf<Office.File>((callback) =>
    office.context.document.getFileAsync(office.FileType.Compressed, options, callback),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await answerOf<Office.Slice>((callback) => file.getSliceAsync(index, callback));
      const data = slice.data as ArrayLike<number>;
      bytes.set(data, at);
      at += data.length;
    }
    return bytes;
  } finally {
    file.closeAsync();
  }
}
