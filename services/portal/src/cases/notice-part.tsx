import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/contract.ts';
import { useLanguage } from '../components/names.ts';
import { dateText } from '../words/dates.ts';

export function NoticePart({ notice }: { readonly notice: CaseView['notice'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (notice === undefined) return null;
  const { postedOn, endsOn } = notice;
  return (
    <section>
      <h2>{t('case.notice')}</h2>
      <p>{t('case.noticeText', { from: dateText(postedOn, language), until: dateText(endsOn, language) })}</p>
    </section>
  );
}
