import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ApiProblem, isSignedOut } from '../api/problem.ts';
import { signInAddress } from '../api/session.ts';
import { Button } from './button.tsx';

/** Why something did not work, in words. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => (error instanceof ApiProblem ? error.problem.title : t('problem.noAnswer'));
}

/** The number to give on the telephone, where there is one. */
export function useTraceNote(): (error: unknown) => string | undefined {
  const { t } = useTranslation();
  return (error) => (error instanceof ApiProblem ? t('problem.traceId', { id: error.problem.traceId }) : undefined);
}

/** In place of a page that cannot be read. */
export function PageProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const noteOf = useTraceNote();
  const note = noteOf(error);
  if (isSignedOut(error)) return <SignInFirst />;
  return (
    <div className="notice-box" role="alert">
      <p>{error instanceof ApiProblem ? textOf(error) : t('problem.page')}</p>
      {note === undefined ? null : <p className="hint">{note}</p>}
      <Button look="second" onClick={onRetry}>
        {t('problem.retry')}
      </Button>
    </div>
  );
}

/** In place of one part of a page, which names what is missing. */
export function PartProblem({ part }: { readonly part: string }) {
  const { t } = useTranslation();
  return <p className="notice-box">{t('problem.part', { part })}</p>;
}

export function Loading() {
  const { t } = useTranslation();
  return <p role="status">{t('problem.loading')}</p>;
}

export function SignInFirst() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <div className="notice-box">
      <p>{t('problem.signIn')}</p>
      <p>
        <a className="button main" href={signInAddress(pathname)}>
          {t('nav.signIn')}
        </a>
      </p>
    </div>
  );
}
