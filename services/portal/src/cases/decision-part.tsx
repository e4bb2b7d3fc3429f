import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { CaseDecision, CaseView, TraceStep } from '../api/contract.ts';
import { DateText, MonthText } from '../components/date-text.tsx';
import { useDistrict, useLanguage } from '../components/names.ts';
import { limitText, stepText, yuan } from '../words/amounts.ts';
import { dateText } from '../words/dates.ts';
import { wordsOf } from '../words/or-other.ts';

/** The decision with what it rests on; whoever is refused reads how to contest it. */
export function DecisionPart({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const { decision } = view;
  if (decision === undefined) return null;
  return (
    <section>
      <h2>{t('case.decision')}</h2>
      <Outcome decision={decision} />
      {decision.outcome === 'refused' ? <RemedyPart remedy={view.remedy} /> : null}
      <Calculation trace={decision.trace} />
    </section>
  );
}

function Outcome({ decision }: { readonly decision: CaseDecision }) {
  const { t } = useTranslation();
  const { outcome, decidedOn, monthlyFen, payFrom, ruleIds, hint, sample } = decision;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t('case.decision')}</dt>
          <dd>
            <span className={`status ${outcome}`}>{t(`status.${outcome}`)}</span>
          </dd>
        </div>
        <div>
          <dt>{t('case.decidedOn')}</dt>
          <dd>
            <DateText date={decidedOn} />
          </dd>
        </div>
        {monthlyFen === undefined ? null : (
          <div>
            <dt>{t('case.monthly')}</dt>
            <dd className="amount">
              {t('apply.review.amount', { amount: yuan(monthlyFen) })}
              {sample ? ` [${t('site.sample')}]` : null}
            </dd>
          </div>
        )}
        {payFrom === undefined ? null : (
          <div>
            <dt>{t('case.payFrom')}</dt>
            <dd>
              <MonthText month={payFrom} />
            </dd>
          </div>
        )}
      </dl>
      <h3>{t('case.reasons')}</h3>
      <ul>
        {ruleIds.map((rule) => (
          <li key={rule}>
            {ruleName(rule, t)}
            {outcome === 'refused' ? `: ${t('case.holdsNot')}` : null} <span className="hint">{rule}</span>
          </li>
        ))}
      </ul>
      {hint === undefined ? null : <p>{t('case.hint', { programme: programmeName(hint, t) })}</p>}
    </>
  );
}

/** 救济途径 (DOMAIN §2.5). */
function RemedyPart({ remedy }: { readonly remedy: CaseView['remedy'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const district = useDistrict();
  return (
    <div className="notice-box">
      <h3>{t('case.remedy')}</h3>
      <p>{t('case.remedyReview', { district })}</p>
      {remedy === undefined ? null : (
        <p>
          {t('case.remedyLast', { date: dateText(remedy.reviewBy, language) })}{' '}
          {remedy.provisional ? t('case.provisional') : null}
        </p>
      )}
      <p>{t('case.remedyCourt')}</p>
    </div>
  );
}

/** Closed at first: who wants to check the sum opens it. A wide table scrolls by itself, also by keyboard. */
function Calculation({ trace }: { readonly trace: readonly TraceStep[] }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('case.calculation')}</summary>
      <p className="hint">{t('case.calculationNote')}</p>
      <div className="scrolls" tabIndex={0} role="region" aria-label={t('case.calculation')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('case.columns.rule')}</th>
              <th scope="col">{t('case.columns.value')}</th>
              <th scope="col">{t('case.columns.limit')}</th>
            </tr>
          </thead>
          <tbody>
            {trace.map((step, index) => (
              <TraceRow key={`${index}-${step.rule}`} step={step} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function TraceRow({ step }: { readonly step: TraceStep }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { rule, value, unit } = step;
  const finding = value === true ? t('case.holds') : t('case.holdsNot');
  return (
    <tr>
      <th scope="row">
        {stepName(step, t)} <span className="hint">{rule}</span>
      </th>
      <td className="amount">{typeof value === 'boolean' ? finding : stepText(value, unit, language)}</td>
      <td className="amount">{limitText(step, language)}</td>
    </tr>
  );
}

const ruleName = (rule: string, t: TFunction): string => wordsOf('rule', rule, t);
const stepName = ({ rule, from }: TraceStep, t: TFunction): string =>
  wordsOf('step', rule === 'INC-1' && from.length === 0 ? 'INC-1-other' : rule, t);
const programmeName = (code: string, t: TFunction): string => wordsOf('programme', code, t);
