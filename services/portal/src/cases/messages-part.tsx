import { useTranslation } from 'react-i18next';
import { useMessages } from '../api/own.ts';
import { DayText } from '../components/date-text.tsx';
import { Loading, PartProblem } from '../components/problem.tsx';
import { wordsOf } from '../words/or-other.ts';

/** What the reader was told, and whether it arrived. Messages name their case themselves. */
export function MessagesPart({ everyMs }: { readonly everyMs: number | false }) {
  const { t } = useTranslation();
  const { data, error } = useMessages({ everyMs });
  return (
    <section>
      <h2>{t('case.messages')}</h2>
      {data === undefined && error === null ? <Loading /> : null}
      {data === undefined && error !== null ? <PartProblem part={t('case.messages')} /> : null}
      {data?.items.length === 0 ? <p>{t('case.noMessages')}</p> : null}
      <ul className="messages">
        {data?.items.map(({ messageId, createdAt, text, status }) => (
          <li key={messageId}>
            <DayText at={createdAt} /> <span className="hint">{wordsOf('messageStatus', status, t)}</span>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
