import { rename, writeFile } from 'node:fs/promises';

const ownerOnly = 0o600;

/** Replaces a JSON file at once, so that no reader ever sees half of it; only this user may read it. */
export async function replaceJson(file: string, content: unknown): Promise<void> {
  const beside = `${file}.${process.pid}.new`;
  await writeFile(beside, `${JSON.stringify(content, null, 2)}\n`, { mode: ownerOnly });
  await rename(beside, file);
}
