import { instant, type Instant, LocalDate } from '@minzheng/types';
import { grantQuota, month, payAtOnce, payMonth } from '../src/demo/pay.ts';
import { DEVOLVED, type LawDesk } from './law-desk.ts';

export const day = (text: string): LocalDate => LocalDate.parse(text);

/** A moment as a person writes it, `2026-02-16T22:00`, in the district's time. */
export function moment(text: string): Instant {
  const at = instant.parse(`${text}+08:00`);
  if (at === undefined) throw new Error(`not a moment: ${text}`);
  return at;
}

/** Early enough for a decision before the cut-off of January. */
export const YEAR_BEGINS = '2025-12-15T09:00';

/** One year on one platform, in the order of its days. */
export async function carryTheYear(desk: LawDesk): Promise<Record<string, string>> {
  const { means } = desk;
  const [e01, e02, e08, v7] = [desk.guest('e01'), desk.guest('e02'), desk.guest('e08'), desk.guest('v7')];
  await grantQuota(means.api);
  await desk.register(e01, 'DB', 'TL_E');

  const paid = await desk.submit('paid', e01);
  await desk.accept(paid);
  await desk.survey(paid, e01, 'positive');
  await desk.until(day('2025-12-23'));
  await desk.decide(paid, 'confirm');
  await payMonth(means, month('2026-01'));

  await means.clock.passTo(moment('2026-02-16T22:00'));
  const late = await desk.emergency('late', e02);
  await desk.triage(late);
  const first = await desk.emergency('first', e01);
  await desk.triage(first);
  await desk.until(day('2026-02-17'));
  await desk.advance(first);
  await means.clock.settle();
  await payAtOnce(means, month('2026-02'));

  await desk.until(day('2026-03-10'));
  const refused = await desk.submit('refused', e02);
  await desk.accept(refused);
  await desk.survey(refused, e02, 'negative');
  await desk.decide(refused, 'refuse');

  await desk.until(day('2026-04-28'));
  const idle = await desk.submit('idle', e08);
  await desk.accept(idle);
  const devolved = await desk.submit('devolved', v7, DEVOLVED);
  await desk.accept(devolved, DEVOLVED);

  await desk.until(day('2026-05-06'));
  const noticed = await desk.submit('noticed', e02);
  await desk.accept(noticed);
  await desk.survey(noticed, e02, 'positive');
  await payMonth(means, month('2026-05'));

  await desk.until(day('2026-06-12'));
  await desk.withdraw(devolved, v7);
  const rolled = await desk.submit('rolled', v7);
  await desk.accept(rolled);
  await desk.survey(rolled, v7, 'positive');
  await desk.until(day('2026-08-03'));
  await desk.decide(rolled, 'refuse');

  await payMonth(means, month('2026-10'));

  await desk.until(day('2026-12-01'));
  await desk.withdraw(idle, e08);
  const provisional = await desk.submit('provisional', e08);
  await desk.accept(provisional);
  await desk.until(day('2027-01-14'));
  return { paid, late, first, refused, idle, devolved, noticed, rolled, provisional };
}
