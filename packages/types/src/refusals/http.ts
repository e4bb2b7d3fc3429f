import type { RefusalDeclaration } from './declaration.ts';

/** What every service may refuse at its door. */
export const httpRefusals = {
  'request.malformed-json': {
    status: 400,
    'zh-CN': '提交的内容格式有误，系统无法读取。请返回上一页重新填写后再提交。',
    en: 'We could not read what was sent. Go back, fill in the page again and send it.',
  },
  'request.unknown-field': {
    status: 400,
    'zh-CN': '提交的内容里有系统不认识的项目。请去掉这些项目后再提交。',
    en: 'What was sent contains items we do not know. Remove them and send it again.',
  },
  'request.invalid': {
    status: 400,
    'zh-CN': '有些内容填写不正确。请按每一项旁边的提示改正后再提交。',
    en: 'Some answers are not right. Correct them as it says beside each one and send it again.',
  },
  'request.operator-not-allowed': {
    status: 400,
    'zh-CN': '内容里有不允许的符号（以“$”开头的项目，或名称里有“.”的项目）。请去掉后再提交。',
    en: 'What was sent contains symbols that are not allowed (names that start with “$” or contain “.”). Remove them and send it again.',
  },
  'request.body-too-large': {
    status: 413,
    'zh-CN': '提交的内容太大。请减少内容或缩小附件后再提交。',
    en: 'What was sent is too large. Shorten it or use smaller attachments and send it again.',
  },
  'request.too-deep': {
    status: 400,
    'zh-CN': '提交的内容层次太多，系统无法处理。请简化后再提交。',
    en: 'What was sent has too many levels inside one another. Simplify it and send it again.',
  },
  'request.duplicate-key': {
    status: 400,
    'zh-CN': '同一项内容填写了两次。请只保留一个后再提交。',
    en: 'The same item was given twice. Keep only one and send it again.',
  },
  'request.media-type-unsupported': {
    status: 415,
    'zh-CN': '系统不接受这种格式。请用 JSON 格式（application/json）提交。',
    en: 'We do not accept this format. Send it as JSON (application/json).',
  },
  'request.idempotency-key-missing': {
    status: 400,
    'zh-CN': '提交时缺少防重复编号（Idempotency-Key）。请刷新页面后再提交。',
    en: 'The number that guards against sending twice (Idempotency-Key) is missing. Reload the page and send it again.',
  },
  'request.idempotency-key-reused': {
    status: 422,
    'zh-CN': '这个防重复编号（Idempotency-Key）已经用于另一份内容。请刷新页面后重新提交。',
    en: 'This number that guards against sending twice (Idempotency-Key) was already used for something else. Reload the page and send it again.',
  },
  'request.in-progress': {
    status: 409,
    'zh-CN': '您刚才的提交正在处理中，不用再提交一次。请稍等片刻再查看结果。',
    en: 'What you sent is still being worked on; there is no need to send it again. Wait a moment and look again.',
  },
  'request.not-found': {
    status: 404,
    'zh-CN': '没有找到您要的页面或记录。请检查网址或编号是否正确。',
    en: 'We could not find this page or record. Check the address or the number.',
  },
  'request.method-not-allowed': {
    status: 405,
    'zh-CN': '这里不能进行这种操作。请返回上一页，从页面上的按钮操作。',
    en: 'This cannot be done here. Go back and use the buttons on the page.',
  },
  'request.rate-limited': {
    status: 429,
    'zh-CN': '操作太频繁。请等一分钟再试。',
    en: 'Too many tries in a short time. Wait a minute and try again.',
  },
  'auth.token-missing': {
    status: 401,
    'zh-CN': '您还没有登录。请先登录再继续。',
    en: 'You are not signed in. Sign in first and then go on.',
  },
  'auth.token-invalid': {
    status: 401,
    'zh-CN': '您的登录已过期或无效。请重新登录。',
    en: 'Your sign-in has ended or is not valid. Sign in again.',
  },
  'auth.access-ended': {
    status: 403,
    'zh-CN': '您的账号因离岗已停用，不能再使用本系统。如有误，请联系本单位培训管理人员核对。',
    en: 'Your access has ended because you have left your post. If that is wrong, ask your unit’s trainer to check it.',
  },
  'auth.step-up-required': {
    status: 401,
    'zh-CN': '这项操作需要二次验证。请用身份验证器上的动态验证码确认身份后再继续；十分钟内有效。',
    en: 'This needs a second check. Confirm who you are with the code from your authenticator and then go on; it holds for ten minutes.',
  },
  'auth.role-not-allowed': {
    status: 403,
    'zh-CN': '您的岗位没有这项操作的权限。如确有需要，请联系本单位管理员。',
    en: 'Your post does not allow this. If you need it for your work, ask your unit’s administrator.',
  },
  'auth.outside-division': {
    status: 403,
    'zh-CN': '这件事属于其他街道（镇），您不能办理。请转给当地街道（镇）办理。',
    en: 'This belongs to another street or town, so you cannot handle it. Pass it on to the office there.',
  },
  'auth.not-yours': {
    status: 404,
    'zh-CN': '在您的名下没有找到这条记录。请检查编号，或确认是否用本人账号登录。',
    en: 'We could not find this record under your name. Check the number, or whether you signed in as yourself.',
  },
  'version.conflict': {
    status: 409,
    'zh-CN': '在您查看期间，内容已被他人修改。请刷新页面，看过最新内容后再操作。',
    en: 'Somebody else changed this while you were looking at it. Reload the page, read it and then try again.',
  },
  'service.unavailable': {
    status: 503,
    'zh-CN': '系统暂时不能使用，您的内容没有提交成功。请过几分钟再试。',
    en: 'The service is not available for the moment and nothing was saved. Try again in a few minutes.',
  },
  'service.busy': {
    status: 503,
    'zh-CN': '系统正忙，暂时不接收新的提交，您的内容没有保存。请稍等片刻再提交一次；查询不受影响。',
    en: 'Too much is waiting to be dealt with, so nothing new is taken for the moment and nothing was saved. Send it again shortly; you can still look things up.',
  },
  'service.outcome-unknown': {
    status: 503,
    'zh-CN': '暂时无法确定这次提交是否成功。请稍等片刻，不要更改内容，再点一次提交；系统不会重复办理。',
    en: 'We cannot tell yet whether this was saved. Wait a moment and send it again unchanged; it will not be done twice.',
  },
  'service.upstream-unavailable': {
    status: 503,
    'zh-CN': '与本系统相连的其他单位暂时没有回应。请过几分钟再试。',
    en: 'Another office that we depend on does not answer for the moment. Try again in a few minutes.',
  },
  'service.internal': {
    status: 500,
    'zh-CN': '系统出了问题，工作人员会处理。请稍后再试；如仍不行，请拨打服务热线并告知页面上的编号。',
    en: 'Something went wrong on our side and we will look into it. Try again later; if it still fails, call us and give the number on this page.',
  },
} as const satisfies Record<string, RefusalDeclaration>;
