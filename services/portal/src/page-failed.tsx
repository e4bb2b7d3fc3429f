import { useTranslation } from 'react-i18next';
import { ButtonLink } from './components/button.tsx';
import { Page } from './components/page.tsx';
import { PageProblem } from './components/problem.tsx';

/** A page that could not be loaded (a new release, a lost connection) or that broke. */
export function PageFailed() {
  return <PageProblem error={undefined} onRetry={() => location.reload()} />;
}

export function PageNotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('problem.notFoundTitle')}>
      <p>{t('problem.notFound')}</p>
      <ButtonLink to="/">{t('nav.home')}</ButtonLink>
    </Page>
  );
}
