import type { RefusalDeclaration } from './declaration.ts';

/** What notifications refuses. */
export const notificationsRefusals = {
  'contact.mobile-invalid': {
    status: 422,
    'zh-CN': '手机号不正确。请填写以1开头的11位手机号。',
    en: 'The mobile number is not right. It has 11 digits and starts with 1.',
  },
  'contact.email-invalid': {
    status: 422,
    'zh-CN': '电子邮箱地址不正确。请按“名称@域名”的格式填写，例如 name@example.cn。',
    en: 'The e-mail address is not right. Write it like name@example.cn.',
  },
  'contact.email-not-offered': {
    status: 409,
    'zh-CN': '本单位目前不发送电子邮件。请留意短信和“我的消息”。',
    en: 'The bureau does not send e-mail at present. Watch for SMS and look in “My messages”.',
  },
  'contact.channel-not-optional': {
    status: 422,
    'zh-CN': '这类通知依法必须以短信告知，不能关闭。请只更改可以选择的通知方式。',
    en: 'Notices of this kind must come by SMS and cannot be turned off. Change only what can be chosen.',
  },
  'contact.not-found': {
    status: 404,
    'zh-CN': '没有找到联系方式。请先登记手机号。',
    en: 'We could not find contact details. Register a mobile number first.',
  },
  'contact.transition-not-there': {
    status: 409,
    'zh-CN': '联系方式目前不能这样更改。请刷新页面，看过最新内容后再操作。',
    en: 'The contact details cannot be changed like this now. Reload the page, read them and then try again.',
  },
  'message.transition-not-there': {
    status: 409,
    'zh-CN': '这条消息目前不能进行这一步。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the message now. Reload the page to see where it stands.',
  },
  'message.not-found': {
    status: 404,
    'zh-CN': '没有找到这条消息。请检查编号，或在“我的消息”里查找。',
    en: 'We could not find this message. Check its number, or look in “My messages”.',
  },
} as const satisfies Record<string, RefusalDeclaration>;
