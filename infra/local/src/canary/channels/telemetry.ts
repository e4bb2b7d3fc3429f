import { gzipSync } from 'node:zlib';
import type { Channel } from '../channel.ts';

/** Every trace and figure that was exported while the story went on. */
export const traces: Channel = {
  name: 'traces',
  async *read({ telemetry, otlp }) {
    if (otlp.received('traces') === 0) throw new Error('no trace has come: nothing was traced');
    for await (const bytes of telemetry.read())
      yield { where: bytes.subarray(0, bytes.indexOf('\n')).toString('latin1'), bytes };
  },
  async plant({ otlp }, bytes) {
    const value = { stringValue: bytes.toString('utf8') };
    const span = { name: 'planted', attributes: [{ key: 'url.path', value }] };
    await fetch(`${otlp.url}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] })),
    });
  },
};
