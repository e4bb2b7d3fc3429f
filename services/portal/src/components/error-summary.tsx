import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** One error; `to` leads to the input, on this page or another. */
export interface SummaryError {
  readonly text: string;
  readonly to?: string;
}

interface ErrorSummaryProps {
  readonly errors: readonly SummaryError[];
  /** Shown under the errors: the number a problem is known by. */
  readonly note?: string | undefined;
}

/** All that is wrong, at the top and in the same words as beside the fields. It takes the focus whenever its errors are new. */
export function ErrorSummary({ errors, note }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('fault.title')}</h2>
      <ul>
        {errors.map(({ text, to }) => (
          <li key={`${to}${text}`}>{to === undefined ? text : <ErrorLink to={to}>{text}</ErrorLink>}</li>
        ))}
      </ul>
      {note === undefined ? null : <p className="hint">{note}</p>}
    </div>
  );
}

/** A link within the page puts the focus into the input, not only the view on it. */
function ErrorLink({ to, children }: { readonly to: string; readonly children: string }) {
  if (!to.startsWith('#')) return <Link to={to}>{children}</Link>;
  return (
    <a
      href={to}
      onClick={(event) => {
        event.preventDefault();
        focusOn(to.slice(1));
      }}
    >
      {children}
    </a>
  );
}

/** Puts the focus into an input by its id; the view follows. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
