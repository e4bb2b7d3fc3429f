import { useTranslation } from 'react-i18next';
import { CountInput, MoneyInput } from '../components/inputs.tsx';
import { useForm } from './form.ts';
import { StepForm } from './step-form.tsx';

const counted = ['vehicles', 'dwellings'] as const;

export function PropertyStep() {
  const { t } = useTranslation();
  const { draft, change } = useForm();
  return (
    <StepForm step="property" title={t('apply.property.title')}>
      {(errorAt) => (
        <>
          <MoneyInput
            id="savings"
            label={t('apply.property.savings')}
            hint={t('apply.property.savingsHint')}
            error={errorAt('savings')}
            value={draft.savings}
            onChange={(value) => change({ type: 'set', field: 'savings', value })}
          />
          {counted.map((field) => (
            <CountInput
              key={field}
              id={field}
              label={t(`apply.property.${field}`)}
              hint={t(`apply.property.${field}Hint`)}
              error={errorAt(field)}
              value={draft[field]}
              onChange={(value) => change({ type: 'set', field, value })}
            />
          ))}
        </>
      )}
    </StepForm>
  );
}
