import { useTranslation } from 'react-i18next';
import { signInAddress, useSession } from '../api/session.ts';
import type { Session } from '../api/session.ts';
import { storedDraft } from '../apply/stored-draft.ts';
import { ButtonLink } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { Loading, PageProblem } from '../components/problem.tsx';

/** The start page: what one can do here, and how it goes. */
export function HomePage() {
  const { t } = useTranslation();
  const { data: session, error, refetch } = useSession();
  return (
    <Page title={t('home.title')}>
      <p className="lead">{t('home.lead')}</p>
      {session === undefined && error === null ? <Loading /> : null}
      {error !== null && session === undefined ? <PageProblem error={error} onRetry={() => void refetch()} /> : null}
      {session === undefined ? null : <Ways session={session} />}
      <section>
        <h2>{t('home.steps')}</h2>
        <ol className="how">
          <li>{t('home.step1')}</li>
          <li>{t('home.step2')}</li>
          <li>{t('home.step3')}</li>
        </ol>
      </section>
    </Page>
  );
}

function Ways({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  if (!session.signedIn)
    return (
      <p>
        <a className="button main" href={signInAddress('/')}>
          {t('home.signInFirst')}
        </a>
      </p>
    );
  if (!session.roles.includes('resident')) return <p className="notice-box">{t('home.notResident')}</p>;
  if (session.personId === undefined) return <p className="notice-box">{t('home.noPerson')}</p>;
  const isBegun = storedDraft(sessionStorage, session.sub) !== undefined;
  return (
    <div className="ways">
      <section>
        <h2>{t('home.startTitle')}</h2>
        <p>{t('home.startText')}</p>
        <ButtonLink to="/apply">{isBegun ? t('home.goOn') : t('home.start')}</ButtonLink>
      </section>
      <section>
        <h2>{t('home.casesTitle')}</h2>
        <p>{t('home.casesText')}</p>
        <ButtonLink to="/cases" look="second">
          {t('home.cases')}
        </ButtonLink>
      </section>
    </div>
  );
}
