import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/contract.ts';
import { DayText } from '../components/date-text.tsx';
import { stopsOf } from './progress.ts';

/** Where the case stands: every station with its day. The state is said, not only coloured. */
export function CaseProgress({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('case.progress')}</h2>
      <ol className="progress">
        {stopsOf(view).map(({ station, state, at }) => (
          <li key={station} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="station">{t(`station.${station}`)}</span>
            <span className="state">{t(`stopState.${state}`)}</span>
            {at === undefined ? null : <DayText at={at} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
