import { useTranslation } from 'react-i18next';
import { SelectInput } from '../components/inputs.tsx';
import { useLanguage } from '../components/names.ts';
import { useForm } from './form.ts';
import { StepForm } from './step-form.tsx';

export function StreetStep() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { draft, change } = useForm();
  const options = STREETS.map((street) => ({ value: street.code, text: street[language] }));
  return (
    <StepForm step="street" title={t('apply.street.title')} hint={t('apply.street.hint')}>
      {(errorAt) => (
        <SelectInput
          id="divisionCode"
          label={t('apply.street.label')}
          error={errorAt('divisionCode')}
          value={draft.divisionCode}
          options={[{ value: '', text: t('apply.street.none') }, ...options]}
          onChange={(value) => change({ type: 'set', field: 'divisionCode', value })}
        />
      )}
    </StepForm>
  );
}
