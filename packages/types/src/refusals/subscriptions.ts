import type { RefusalDeclaration } from './declaration.ts';

/** What subscriptions refuses. */
export const subscriptionsRefusals = {
  'grant.type-not-offered': {
    status: 422,
    'zh-CN': '所选事件类型不对外提供，或不能由外部系统报送。请从可选类型中选择。',
    en: 'This type of event is not offered to other agencies, or not taken from them. Choose from the types that are.',
  },
  'grant.dates-reversed': {
    status: 422,
    'zh-CN': '授权的截止日期早于开始日期。请检查这两个日期。',
    en: 'The grant ends before it begins. Check both dates.',
  },
  'grant.not-found': {
    status: 404,
    'zh-CN': '没有找到这项授权。请检查编号是否正确。',
    en: 'We could not find this grant. Check its number.',
  },
  'grant.transition-not-there': {
    status: 409,
    'zh-CN': '这项授权已经撤销，可能已由他人办理。请刷新页面，查看最新状态。',
    en: 'This grant is revoked already, perhaps by somebody else. Reload the page to see where it stands.',
  },
  'subscription.type-not-granted': {
    status: 403,
    'zh-CN': '贵单位尚未获准接收所选的事件类型。请先向数据共享受理岗位申请授权。',
    en: 'Your agency has not been granted this type of event. Ask the agency desk for a grant first.',
  },
  'subscription.endpoint-not-allowed': {
    status: 422,
    'zh-CN': '接收地址不能使用。请填写可从公网访问的https地址，不带用户名，端口为443或8443。',
    en: 'We cannot send to this endpoint. Give a public https address without a user name, on port 443 or 8443.',
  },
  'subscription.too-many': {
    status: 422,
    'zh-CN': '贵单位的订阅已达上限{maximum}个。请先停用不再需要的订阅。',
    en: 'Your agency has {maximum} subscriptions, which is the most there can be. Use one of them for what you need.',
    params: ['maximum'],
  },
  'subscription.not-found': {
    status: 404,
    'zh-CN': '没有找到这个订阅。请检查编号是否正确。',
    en: 'We could not find this subscription. Check its number.',
  },
  'subscription.transition-not-there': {
    status: 409,
    'zh-CN': '这个订阅目前不能进行这一步。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the subscription now. Reload the page to see where it stands.',
  },
  'subscription.replay-out-of-reach': {
    status: 422,
    'zh-CN': '只能重发最近{days}天内的事件，且不能晚于现在。请检查起始时间。',
    en: 'Events can be replayed from the last {days} days, and not from the future. Check the time you gave.',
    params: ['days'],
  },
  'delivery.transition-not-there': {
    status: 409,
    'zh-CN': '这次推送目前不能进行这一步。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the delivery now. Reload the page to see where it stands.',
  },
  'inbound-event.type-not-granted': {
    status: 403,
    'zh-CN': '贵单位尚未获准报送这类事件。请先向数据共享受理岗位申请授权。',
    en: 'Your agency has not been granted to send this type of event. Ask the agency desk for a grant first.',
  },
  'inbound-event.person-unknown': {
    status: 422,
    'zh-CN': '我们不认识这个人员代号。请使用我们推送给贵单位的人员代号。',
    en: 'We do not know this reference of a person. Use the reference that we have sent to your agency.',
  },
  'inbound-event.date-in-future': {
    status: 422,
    'zh-CN': '发生日期晚于今天。请检查日期是否填写正确。',
    en: 'The date lies in the future. Check that it is right.',
  },
  'inbound-event.other-content': {
    status: 409,
    'zh-CN': '这个来源和编号的事件已经收到过，内容与这次不同。请核对后使用新的编号报送。',
    en: 'An event of this source and id came before, with other content. Check it, and send it under a new id.',
  },
} as const satisfies Record<string, RefusalDeclaration>;
