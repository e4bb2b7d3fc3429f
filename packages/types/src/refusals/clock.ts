import type { RefusalDeclaration } from './declaration.ts';

/** What the clock of a local platform refuses. */
export const clockRefusals = {
  'clock.backwards': {
    status: 409,
    'zh-CN': '业务时间只能向前调整。请填写一个更晚的时间。',
    en: 'The civil clock only moves forward. Give a later moment.',
  },
  'clock.stuck': {
    status: 503,
    'zh-CN': '业务时间停住了：{culprit} 还在等待 {reason}。请先处理，再重新调整。',
    en: 'The civil clock stands still: {culprit} waits for {reason}. See to it and then move the clock again.',
    params: ['culprit', 'reason'],
  },
} as const satisfies Record<string, RefusalDeclaration>;
