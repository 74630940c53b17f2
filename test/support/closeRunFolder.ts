import { rm } from "node:fs/promises";

export default async function closeRunFolder(): Promise<void> {
  await rm(process.env["TEST_RUN_FOLDER"]!, { recursive: true, force: true });
}
