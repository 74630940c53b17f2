async function main(): Promise<void> {
  const [n, f] = process.argv.slice(2);
  if (n === "bare-reader") {
    const { readBare } = await import("./bench/bareReader");
    console.log(JSON.stringify(await readBare(f!)));
    return;
  }
  if (n === "bill") { const { benchBill } = await import("./bench/bill"); await benchBill((l) => console.log(l)); }
  if (n === "book") { const { writeUsageBook } = await import("./bench/usageBook"); console.log(await writeUsageBook(f!, Number(process.argv[4]))); }
  if (n === "rating") { const { benchRating } = await import("./bench/rating"); await benchRating((l) => console.log(l)); }
}
void main();
