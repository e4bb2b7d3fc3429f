import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import type { SummaryError } from '../components/error-summary.tsx';
import { Page } from '../components/page.tsx';
import { faultsOf } from './faults.ts';
import { useErrorText } from './field-label.ts';
import { after, before, steps } from './fields.ts';
import type { Step } from './fields.ts';
import { useForm } from './form.ts';

/** What stands beside an input, if anything is wrong with it. */
export type ErrorAt = (field: string) => string | undefined;

interface StepFormProps {
  readonly step: Step;
  readonly title: string;
  readonly hint?: string;
  /** What has a form of its own, above the one that goes on. */
  readonly above?: (errorAt: ErrorAt) => ReactNode;
  readonly children?: (errorAt: ErrorAt) => ReactNode;
}

/** One page of the form: it is left when what stands on it can be read. */
export function StepForm({ step, title, hint, above, children }: StepFormProps) {
  const { t } = useTranslation();
  const { draft, apiErrors, setApiErrors } = useForm();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [summary, setSummary] = useState<readonly SummaryError[]>([]);
  const navigate = useNavigate();
  const errorText = useErrorText();
  const errorAt: ErrorAt = (field) => errors[field] ?? apiErrors[field];
  const goOn = (): void => {
    const faults = faultsOf(step, draft).map(({ field, code }): [string, string] => [
      field,
      errorText(field, t(`fault.${code}`)),
    ]);
    setErrors(Object.fromEntries(faults));
    setSummary(faults.map(([field, text]) => ({ text, to: `#${field}` })));
    setApiErrors({});
    if (faults.length === 0) void navigate(`/apply/${after(step)}`);
  };
  return (
    <Page title={title}>
      <Position step={step} />
      <ErrorSummary errors={summary} />
      {hint === undefined ? null : <p className="lead">{hint}</p>}
      {above?.(errorAt)}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        {children?.(errorAt)}
        <div className="buttons">
          <Button type="submit">{t('apply.next')}</Button>
          <BackLink step={step} />
        </div>
      </form>
      <p className="hint">{t('apply.kept')}</p>
    </Page>
  );
}

export function Position({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  return <p className="position">{t('apply.position', { number: steps.indexOf(step) + 1, total: steps.length })}</p>;
}

export function BackLink({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  const previous = before(step);
  return previous === undefined ? null : (
    <ButtonLink look="second" to={`/apply/${previous}`}>
      {t('apply.back')}
    </ButtonLink>
  );
}
