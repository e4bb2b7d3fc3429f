import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView } from '../api/contract.ts';
import { useLive } from '../api/live.ts';
import { CASES_SHOWN, useCases } from '../api/own.ts';
import { ButtonLink } from '../components/button.tsx';
import { useLanguage } from '../components/names.ts';
import { Page } from '../components/page.tsx';
import { Loading, PageProblem } from '../components/problem.tsx';
import { ResidentOnly } from '../resident-only.tsx';
import { dayText } from '../words/dates.ts';
import { wordsOf } from '../words/or-other.ts';

export function CasesPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('cases.title')}>
      <ResidentOnly>{() => <Cases />}</ResidentOnly>
    </Page>
  );
}

function Cases() {
  const { t } = useTranslation();
  const { data, error, refetch } = useCases({ everyMs: useLive() });
  if (data === undefined)
    return error === null ? <Loading /> : <PageProblem error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0)
    return (
      <>
        <p>{t('cases.none')}</p>
        <ButtonLink to="/apply">{t('home.start')}</ButtonLink>
      </>
    );
  return (
    <>
      <ul className="cases">
        {data.items.map((view) => (
          <CaseLine key={view.applicationId} view={view} />
        ))}
      </ul>
      {data.next === undefined ? null : <p className="hint">{t('cases.more', { number: CASES_SHOWN })}</p>}
    </>
  );
}

function CaseLine({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { applicationId, caseNumber, status, history } = view;
  const submittedAt = history[0]?.at;
  return (
    <li>
      <Link to={`/cases/${applicationId}`}>{caseNumber ?? `${t('case.untitled')} (${t('cases.notNumbered')})`}</Link>
      <span className={`status ${status}`}>{wordsOf('status', status, t)}</span>
      {submittedAt === undefined ? null : (
        <span className="hint">{t('cases.submittedOn', { date: dayText(submittedAt, language) })}</span>
      )}
    </li>
  );
}
