import { awardAllowance } from '../src/demo/veteran.ts';
import { grantQuota, month, payAtOnce, releaseMonth } from '../src/demo/pay.ts';
import { type BankSystem, control } from '../src/demo/returned.ts';
import { type LawDesk, soldier } from './law-desk.ts';
import { day } from './law-year.ts';

/** The Monday before, when it begins. */
export const WEEK_BEGINS = '2026-09-28T09:00';

/**
 * What waits for its day when the National Day week of 2026 begins (off from 10-01 to 10-07, Saturday 10-10 is worked): a notice that
 * hangs out, terms that run out and one that accepts in silence, emergencies with their hours and papers, money that comes back, a pay
 * day, an account that cools off, and every message that all of it sends.
 */
export async function beforeTheWeek(desk: LawDesk, bank: BankSystem): Promise<void> {
  const { means } = desk;
  const [e01, e02, e08, v7] = [desk.guest('e01'), desk.guest('e02'), desk.guest('e08'), desk.guest('v7')];
  await grantQuota(means.api);
  await desk.register(e01, 'DB', 'TL_E');
  await desk.register(e02, 'DB');
  await desk.register(v7, 'VET_LIVING');
  await awardAllowance(means.api, soldier, v7.personIds[0] ?? '');

  const hungOut = await desk.submit('hung out', e01);
  await desk.accept(hungOut);
  await desk.survey(hungOut, e01, 'positive');
  await desk.accept(await desk.submit('idle', e02));
  await desk.submit('accepted in silence', e08);

  const burnt = await desk.emergency('burnt', e01);
  await desk.triage(burnt);
  await desk.advance(burnt);
  await means.clock.settle();
  await control(bank, { return: { code: 'R03', afterDays: 4 } });
  await payAtOnce(means, month('2026-09'));

  await desk.until(day('2026-09-30'));
  await releaseMonth(means, month('2026-10'));
  await desk.changeAccount(v7, 'VET_LIVING');
  await desk.emergency('not looked at', e02);
  await means.clock.settle();
}
