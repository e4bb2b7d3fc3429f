import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { PageNotFound } from '../page-failed.tsx';
import { ResidentOnly } from '../resident-only.tsx';
import type { Resident } from '../resident-only.tsx';
import { isStep, steps } from './fields.ts';
import type { Step } from './fields.ts';
import { FormProvider } from './form.ts';
import { HouseholdStep } from './household-step.tsx';
import { OtherIncomeStep, PensionsStep, WagesStep } from './income-steps.tsx';
import { PropertyStep } from './property-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { StreetStep } from './street-step.tsx';
import { useDraft } from './use-draft.ts';

const pages: Readonly<Record<Step, () => React.JSX.Element>> = {
  street: StreetStep,
  household: HouseholdStep,
  wages: WagesStep,
  pensions: PensionsStep,
  'other-income': OtherIncomeStep,
  property: PropertyStep,
  review: ReviewStep,
};

/** One question a page, then the answers to check. */
export function ApplyPage() {
  const { step } = useParams();
  if (step === undefined) return <Navigate to={`/apply/${steps[0]}`} replace />;
  if (!isStep(step)) return <PageNotFound />;
  return (
    <ResidentOnly>{(resident) => <Application key={resident.sub} resident={resident} step={step} />}</ResidentOnly>
  );
}

function Application({ resident, step }: { readonly resident: Resident; readonly step: Step }) {
  const kept = useDraft(resident);
  const [apiErrors, setApiErrors] = useState<Readonly<Record<string, string>>>({});
  const StepPage = pages[step];
  return (
    <FormProvider value={{ ...kept, apiErrors, setApiErrors }}>
      <StepPage key={step} />
    </FormProvider>
  );
}
