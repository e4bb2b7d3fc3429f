import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fillFolder } from './checked-download.ts';
import { fetchJars } from './jars.ts';
import jars from './kafka-jars.json' with { type: 'json' };

/** The Kafka release that kafka-jars.json pins. */
export const kafkaVersion = '4.4.0';

/** The folder with Kafka's jars, fetched and checked at first use (43 MB). */
export async function kafkaLibraries(serversDir: string, tell: (line: string) => void): Promise<string> {
  const folder = join(serversDir, `kafka-${kafkaVersion}`);
  if (existsSync(folder)) return folder;
  tell(`Fetching Kafka ${kafkaVersion} (${jars.length} jars, 43 MB, once)`);
  await fillFolder(folder, (empty) => fetchJars(empty, jars, 'Kafka', tell));
  return folder;
}
