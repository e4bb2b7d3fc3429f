import { useTranslation } from 'react-i18next';
import type { MemberDraft } from './draft.ts';

/** How the page names a member: the applicant as "you". */
export function useMemberName(): (member: Pick<MemberDraft, 'relation' | 'name'>) => string {
  const { t } = useTranslation();
  return ({ relation, name }) =>
    relation === 'self' ? t('apply.household.self') : `${name} (${t(`apply.relation.${relation}`)})`;
}
