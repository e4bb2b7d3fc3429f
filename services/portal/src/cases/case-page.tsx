import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import type { CaseView } from '../api/contract.ts';
import { useLive } from '../api/live.ts';
import { useCase } from '../api/own.ts';
import { DateText } from '../components/date-text.tsx';
import { useStreetName } from '../components/names.ts';
import { Page } from '../components/page.tsx';
import { Loading, PageProblem } from '../components/problem.tsx';
import { ResidentOnly } from '../resident-only.tsx';
import { CaseProgress } from './case-progress.tsx';
import { DecisionPart } from './decision-part.tsx';
import { MessagesPart } from './messages-part.tsx';
import { MoneyPart } from './money-part.tsx';
import { NoticePart } from './notice-part.tsx';
import { TermsPart } from './terms-part.tsx';
import { wordsOf } from '../words/or-other.ts';

export function CasePage() {
  const { id = '' } = useParams();
  return <ResidentOnly>{() => <Case key={id} id={id} />}</ResidentOnly>;
}

function Case({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const everyMs = useLive();
  const { data: view, error, refetch } = useCase(id, { everyMs });
  const number = view?.caseNumber;
  return (
    <Page title={number === undefined ? t('case.untitled') : t('case.title', { number })}>
      {view === undefined && error === null ? <Loading /> : null}
      {view === undefined && error !== null ? <PageProblem error={error} onRetry={() => void refetch()} /> : null}
      {view === undefined ? null : <CaseParts view={view} everyMs={everyMs} />}
      <p>
        <Link to="/cases">{t('case.back')}</Link>
      </p>
    </Page>
  );
}

function CaseParts({ view, everyMs }: { readonly view: CaseView; readonly everyMs: number | false }) {
  return (
    <>
      <JustSubmitted />
      <Facts view={view} />
      <CaseProgress view={view} />
      <TermsPart terms={view.terms} />
      <NoticePart notice={view.notice} />
      <DecisionPart view={view} />
      {view.decision?.outcome === 'confirmed' ? (
        <MoneyPart applicationId={view.applicationId} everyMs={everyMs} />
      ) : null}
      <MessagesPart everyMs={everyMs} />
    </>
  );
}

/** Right after it was sent: what was done, and what happens next. */
function JustSubmitted() {
  const { t } = useTranslation();
  const { state } = useLocation() as { state: { isNew?: boolean } | null };
  if (state?.isNew !== true) return null;
  return (
    <div className="done-box" role="status">
      <h2>{t('submitted.title')}</h2>
      <p>{t('submitted.text')}</p>
    </div>
  );
}

function Facts({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const street = useStreetName(view.divisionCode);
  const { status, householdSize, dueOn, dueOnIsProvisional, sample } = view;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t('case.status')}</dt>
          <dd>
            <span className={`status ${status}`}>{wordsOf('status', status, t)}</span>
          </dd>
        </div>
        <div>
          <dt>{t('case.street')}</dt>
          <dd>{street}</dd>
        </div>
        <div>
          <dt>{t('case.people')}</dt>
          <dd>{t('case.peopleCount', { number: householdSize })}</dd>
        </div>
        {dueOn === undefined ? null : (
          <div>
            <dt>{t('case.dueOn')}</dt>
            <dd>
              <DateText date={dueOn} /> {dueOnIsProvisional === true ? t('case.provisional') : null}
            </dd>
          </div>
        )}
      </dl>
      {sample ? <p className="hint">{t('case.sampleNote')}</p> : null}
    </>
  );
}
