import type { RefusalDeclaration } from './declaration.ts';

/** What training refuses. */
export const trainingRefusals = {
  'staff.already-registered': {
    status: 409,
    'zh-CN': '这个工号已经登记。请核对工号；工号不能重复使用。',
    en: 'This staff number is registered already. Check the number; it is never given twice.',
  },
  'staff.not-found': {
    status: 404,
    'zh-CN': '没有找到这位工作人员。请核对工号，或先登记。',
    en: 'We could not find this member of staff. Check the staff number, or register them first.',
  },
  'staff.access-ended': {
    status: 409,
    'zh-CN': '这位工作人员已离岗，不能再办理。请核对工号，或改选在岗人员。',
    en: 'This member of staff has left, so this is not possible. Check the staff number, or choose somebody who works here.',
  },
  'delegation.to-oneself': {
    status: 422,
    'zh-CN': '不能委托给本人。请选择另一位工作人员。',
    en: 'Nobody can stand in for themselves. Choose a colleague.',
  },
  'delegation.dates-invalid': {
    status: 422,
    'zh-CN': '起止日期不正确。请检查：开始日期不早于今天，结束日期不早于开始日期。',
    en: 'The dates are not right. The first day must not be in the past, nor the last day before the first.',
  },
  'delegation.overlaps': {
    status: 409,
    'zh-CN': '这段时间已经有委托。请另选日期。',
    en: 'Somebody already stands in during this time. Choose other dates.',
  },
  'delegation.too-many': {
    status: 409,
    params: ['maximum'],
    'zh-CN': '尚未结束的委托已达{maximum}项上限。请待其中一项结束后再办理。',
    en: 'There are {maximum} periods already in which somebody stands in. Wait until one of them has ended.',
  },
  'course.code-taken': {
    status: 409,
    'zh-CN': '这个课程编号已被使用。请换一个编号。',
    en: 'This course code is in use. Choose another one.',
  },
  'course.not-found': {
    status: 404,
    'zh-CN': '没有找到这门课程。请检查课程编号。',
    en: 'We could not find this course. Check its code.',
  },
  'course.transition-not-there': {
    status: 409,
    'zh-CN': '这门课程已经结束，不能再报名或关闭。请选择正在开放的课程。',
    en: 'This course is closed, so this is not possible. Choose one that is open.',
  },
  'enrolment.not-found': {
    status: 404,
    'zh-CN': '没有找到这次报名。请先报名，或核对工号和课程编号。',
    en: 'We could not find this enrolment. Enrol first, or check the staff number and the course code.',
  },
  'enrolment.transition-not-there': {
    status: 409,
    'zh-CN': '这次报名目前不能进行这一步。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the enrolment now. Reload the page to see where it stands.',
  },
  'enrolment.recorded-by-the-learner': {
    status: 403,
    'zh-CN': '不能登记本人的结业成绩。请由另一位培训管理人员登记。',
    en: 'Nobody records their own result. Ask another trainer to do it.',
  },
  'enrolment.completed-on-invalid': {
    status: 422,
    'zh-CN': '结业日期不正确。请填写报名之日到今天之间的日期。',
    en: 'The day of completion is not right. It lies between the day of enrolment and today.',
  },
  'requirement.in-the-past': {
    status: 422,
    'zh-CN': '生效日期不能早于今天。请重新选择日期。',
    en: 'The requirement cannot begin in the past. Choose today or a later day.',
  },
} as const satisfies Record<string, RefusalDeclaration>;
