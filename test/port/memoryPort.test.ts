import { MemoryPort } from "./memoryPort";
import { readFile } from "./officeBooks";
import { describePort } from "./portContract";

describePort("memory", async (file) => ({
  port: new MemoryPort(await readFile(file)),
  close: () => Promise.resolve(),
}));
