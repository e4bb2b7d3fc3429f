import { useTranslation } from 'react-i18next';
import type { EntitlementView, PaymentView } from '../api/contract.ts';
import { useAccounts, useEntitlements, usePayments } from '../api/own.ts';
import { DateText, MonthText } from '../components/date-text.tsx';
import { useLanguage } from '../components/names.ts';
import { Loading, PartProblem } from '../components/problem.tsx';
import { yuan } from '../words/amounts.ts';
import { monthText } from '../words/dates.ts';
import { wordsOf } from '../words/or-other.ts';

interface MoneyPartProps {
  readonly applicationId: string;
  readonly everyMs: number | false;
}

/** What is owed by this decision, what was paid of it, and into which account. */
export function MoneyPart({ applicationId, everyMs }: MoneyPartProps) {
  const { t } = useTranslation();
  const entitlements = useEntitlements({ everyMs });
  const payments = usePayments({ everyMs });
  const accounts = useAccounts({ everyMs });
  const isMissing = [entitlements, payments, accounts].some(({ data, error }) => data === undefined && error !== null);
  const own = entitlements.data?.items.filter(({ origin }) => isOf(applicationId, origin)) ?? [];
  const ids = own.map(({ entitlementId }) => entitlementId);
  const paid = payments.data?.items.filter(({ entitlementId }) => ids.includes(entitlementId)) ?? [];
  const account = accounts.data?.items.find(({ programme, status }) => programme === 'DB' && status === 'active');
  return (
    <section>
      <h2>{t('case.money')}</h2>
      {isMissing ? <PartProblem part={t('case.money')} /> : null}
      {!isMissing && (entitlements.data === undefined || payments.data === undefined) ? <Loading /> : null}
      {own.map((one) => (
        <Entitled key={one.entitlementId} entitlement={one} />
      ))}
      {accounts.data === undefined ? null : (
        <p>{account === undefined ? t('case.noAccount') : t('case.account', { last4: account.last4 })}</p>
      )}
      {payments.data === undefined ? null : <Payments payments={paid} />}
    </section>
  );
}

const isOf = (id: string, origin: EntitlementView['origin']): boolean =>
  origin.kind === 'application' && origin.applicationId === id;

function Entitled({ entitlement: { from, monthlyFen, sample } }: { readonly entitlement: EntitlementView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <p>
      {t('case.entitled', { month: monthText(from, language), amount: yuan(monthlyFen) })}
      {sample ? ` [${t('site.sample')}]` : null}
    </p>
  );
}

function Payments({ payments }: { readonly payments: readonly PaymentView[] }) {
  const { t } = useTranslation();
  if (payments.length === 0) return <p>{t('case.noMoney')}</p>;
  const latestFirst = payments.toSorted((a, b) => b.period.localeCompare(a.period));
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label={t('case.money')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('case.paymentColumns.month')}</th>
            <th scope="col">{t('case.paymentColumns.amount')}</th>
            <th scope="col">{t('case.paymentColumns.status')}</th>
            <th scope="col">{t('case.paymentColumns.date')}</th>
          </tr>
        </thead>
        <tbody>
          {latestFirst.map(({ paymentId, period, amountFen, status, settledOn }) => (
            <tr key={paymentId}>
              <th scope="row">
                <MonthText month={period} />
              </th>
              <td className="amount">{yuan(amountFen)}</td>
              <td>{wordsOf('payment', status, t)}</td>
              <td>{settledOn === undefined ? null : <DateText date={settledOn} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
