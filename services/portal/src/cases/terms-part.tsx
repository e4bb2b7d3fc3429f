import { useTranslation } from 'react-i18next';
import type { Term } from '../api/contract.ts';
import { useLanguage } from '../components/names.ts';
import { dateText } from '../words/dates.ts';
import { wordsOf } from '../words/or-other.ts';

/** The time that each step has, and how much of it is gone: reckoned by the service, whose clock the law's is. */
export function TermsPart({ terms }: { readonly terms: readonly Term[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  // What was dropped never had to be kept.
  const kept = terms.filter(({ ended }) => ended !== 'dropped');
  if (kept.length === 0) return null;
  return (
    <section>
      <h2>{t('case.deadlines')}</h2>
      <ul className="terms">
        {kept.map((term, index) => {
          const { kind, used, allowed, unit, dueOn } = term;
          const name = wordsOf('term', kind, t);
          return (
            <li key={`${kind}-${index}`} className={used > allowed ? 'late' : ''}>
              <span>{name}</span>
              <progress max={allowed} value={Math.min(used, allowed)} aria-label={name} />
              <span>{t('case.used', { used, allowed, unit: t(`unit.${unit}`), date: dateText(dueOn, language) })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
