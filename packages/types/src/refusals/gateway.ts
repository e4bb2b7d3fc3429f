import type { RefusalDeclaration } from './declaration.ts';

/** What the gateway refuses on behalf of the pages. */
export const gatewayRefusals = {
  'session.request-not-ours': {
    status: 403,
    'zh-CN': '为了您的安全，系统没有接受这次提交，因为它不是从本平台的页面发出的。请刷新页面后再提交。',
    en: 'For your safety this was not accepted, because it did not come from a page of ours. Reload the page and send it again.',
  },
  'session.sign-in-failed': {
    status: 400,
    'zh-CN': '登录没有成功：登录请求已用过、已过期或已取消。请回到首页，重新点击“登录”。',
    en: 'You are not signed in: the request was used already, is too old or was cancelled. Go back to the start page and choose “Sign in” again.',
  },
  'session.sign-in-unavailable': {
    status: 503,
    'zh-CN': '暂时不能登录。请过几分钟再试；已经登录的不受影响。',
    en: 'You cannot sign in for the moment. Try again in a few minutes; whoever is signed in can go on.',
  },
  'live.too-many-streams': {
    status: 429,
    'zh-CN': '您打开的页面太多，这一页不会自动更新。请关闭几个页面后刷新。',
    en: 'You have too many pages open, so this one does not update by itself. Close some and reload.',
  },
} as const satisfies Record<string, RefusalDeclaration>;
