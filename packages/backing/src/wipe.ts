import { rm } from 'node:fs/promises';
import type { ServerKind } from './backing.ts';
import { whyNoEngine } from './docker/engine.ts';
import { images } from './docker/images.ts';

const noSuchVolume = 404;

/** Removes what earlier starts with this data folder left: the folder and, where a Docker engine answers, its volumes. */
export async function wipeBacking(dataDir: string): Promise<void> {
  await rm(dataDir, { recursive: true, force: true });
  if (process.env['MINZHENG_BACKING'] === 'processes' || (await whyNoEngine()) !== undefined) return;
  const [{ getContainerRuntimeClient }, { volumeName }] = await Promise.all([
    import('testcontainers'),
    import('./docker/containers.ts'),
  ]);
  const client = await getContainerRuntimeClient().catch(() => undefined);
  if (client === undefined) return;
  for (const kind of Object.keys(images) as ServerKind[]) {
    const volume = client.container.dockerode.getVolume(volumeName(dataDir, kind));
    await volume.remove().catch((error: { statusCode?: number }) => {
      if (error.statusCode !== noSuchVolume) throw error;
    });
  }
}
