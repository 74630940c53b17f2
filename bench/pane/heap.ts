import type { Page } from "playwright-core";

const EVERY_MILLISECONDS = 200;

/** The most memory that scripts of a page held while a piece of work went on, its buffers included; not the worker's. */
export async function peakHeapOf<Value>(
  page: Page,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly bytes: number }> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  const look = async () => {
    const usage = await session.send("Runtime.getHeapUsage");
    bytes = Math.max(bytes, usage.usedSize + usage.backingStorageSize);
  };
  const timer = setInterval(() => void look().catch(() => undefined), EVERY_MILLISECONDS);
  try {
    const value = await work();
    await look();
    return { value, bytes };
  } finally {
    clearInterval(timer);
    await session.detach();
  }
}
