import { Refused } from '@minzheng/store';
import type { Request } from 'express';
import { guardedJson } from './guarded-json.ts';

/** So much of an oversized body is read and thrown away, that its sender gets to read the refusal. */
const DRAIN_BYTES = 4 * 1024 * 1024;
const JSON_MEDIA_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/**
 * The body as JSON; `{}` where there is none. Compressed bodies are refused as they are: what would come out of them
 * has no limit. Throws Refused.
 */
export async function readJsonBody(request: Request, limitBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, limitBytes);
  if (bytes.length === 0) return {};
  requireJson(request);
  const parsed = guardedJson(bytes);
  if (!parsed.ok) throw new Refused({ code: parsed.code });
  return parsed.value;
}

function requireJson(request: Request): void {
  const encoding = request.get('content-encoding') ?? 'identity';
  const isJson = JSON_MEDIA_TYPE.test(request.get('content-type') ?? '');
  if (encoding !== 'identity' || !isJson) throw new Refused({ code: 'request.media-type-unsupported' });
}

async function readBytes(request: Request, limitBytes: number): Promise<Buffer> {
  const declared = Number(request.get('content-length') ?? 0);
  if (declared > limitBytes + DRAIN_BYTES) throw new Refused({ code: 'request.body-too-large' });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limitBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (length > limitBytes + DRAIN_BYTES) break;
  }
  if (length > limitBytes) throw new Refused({ code: 'request.body-too-large' });
  return Buffer.concat(chunks);
}
