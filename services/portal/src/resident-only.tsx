import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from './api/session.ts';
import { Loading, PageProblem, SignInFirst } from './components/problem.tsx';

/** A resident whose account is linked to a person. */
export interface Resident {
  readonly sub: string;
  readonly personId: string;
}

/** Shows its pages to a resident; tells anybody else what to do first. */
export function ResidentOnly({ children }: { readonly children: (resident: Resident) => ReactNode }) {
  const { t } = useTranslation();
  const { data: session, error, refetch } = useSession();
  if (session === undefined)
    return error === null ? <Loading /> : <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!session.signedIn) return <SignInFirst />;
  const { sub, personId, roles } = session;
  if (!roles.includes('resident')) return <p className="notice-box">{t('home.notResident')}</p>;
  if (personId === undefined) return <p className="notice-box">{t('home.noPerson')}</p>;
  return children({ sub, personId });
}
