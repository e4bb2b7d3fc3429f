import { rm } from 'node:fs/promises';

/** Stops what the setup started, and only that. */
export default async function stopServersOfTests() {
  const servers = globalThis.minzhengTestServers;
  if (servers === undefined) return;
  await servers.backing.stop();
  await rm(servers.dataDir, { recursive: true, force: true });
}
