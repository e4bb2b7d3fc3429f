import { Refused } from '@minzheng/store';
import type { Request } from 'express';
import { drain } from './drain.ts';
import { guardedJson } from './guarded-json.ts';

const JSON_MEDIA_TYPE = 'application/json';
const CHARSET = /^charset\s*=\s*"?utf-8"?$/i;

/**
 * The body as JSON; `{}` where there is none. Compressed bodies are refused as they are: what would come out of them
 * has no limit. Throws Refused.
 */
export async function readJsonBody(
  request: Request,
  limitBytes: number,
  mediaType: string = JSON_MEDIA_TYPE,
): Promise<unknown> {
  const bytes = await readBytes(request, limitBytes);
  if (bytes.length === 0) return {};
  requireJson(request, mediaType);
  const parsed = guardedJson(bytes);
  if (!parsed.ok) throw new Refused({ code: parsed.code });
  return parsed.value;
}

function requireJson(request: Request, mediaType: string): void {
  const encoding = request.get('content-encoding') ?? 'identity';
  const [type, charset, ...rest] = (request.get('content-type') ?? '').split(';').map((part) => part.trim());
  const isJson = type?.toLowerCase() === mediaType && (charset === undefined || CHARSET.test(charset));
  if (encoding !== 'identity' || !isJson || rest.length > 0) {
    throw new Refused({ code: 'request.media-type-unsupported' });
  }
}

async function readBytes(request: Request, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  // A stream left early is destroyed, and its socket with it, unless told otherwise.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limitBytes) break;
    chunks.push(chunk);
  }
  if (length <= limitBytes) return Buffer.concat(chunks);
  await drain(request);
  throw new Refused({ code: 'request.body-too-large' });
}
