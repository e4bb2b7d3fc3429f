import { scrub } from './scrub.ts';

const MAX_CAUSES = 5;
const MAX_FRAMES = 20;

interface SerializedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly retriable?: boolean;
  readonly stack?: readonly string[];
  readonly cause?: SerializedError;
}

/** An error as a log line keeps it: type, code, scrubbed message, the frames of the stack, and its causes. */
export function serializeError(error: unknown, depth = 0): SerializedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown, but not an Error' };
  const { code, retriable } = error as { code?: unknown; retriable?: unknown };
  return {
    type: error.name,
    message: scrub(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof retriable === 'boolean' && { retriable }),
    ...(error.stack !== undefined && { stack: framesOf(error.stack) }),
    ...(error.cause !== undefined && depth < MAX_CAUSES && { cause: serializeError(error.cause, depth + 1) }),
  };
}

/** The first lines of a stack repeat the message, which may quote values; only the frames are kept. */
function framesOf(stack: string): string[] {
  const lines = stack.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, MAX_FRAMES);
}
