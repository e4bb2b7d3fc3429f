import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';
import type { Described } from './field.tsx';

interface InputProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextInput({ value, onChange, ...field }: InputProps) {
  return (
    <Field {...field}>
      {(described) => (
        <input
          {...described}
          type="text"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Yuan as people write them; what they mean in fen is read by `amountOf`. */
export function MoneyInput({ value, onChange, ...field }: InputProps) {
  const { t } = useTranslation();
  return (
    <Field {...field}>
      {(described) => (
        <span className="with-unit">
          <NumberText described={described} mode="decimal" value={value} onChange={onChange} />
          <span aria-hidden="true">{t('apply.amounts.unit')}</span>
        </span>
      )}
    </Field>
  );
}

export function CountInput({ value, onChange, ...field }: InputProps) {
  return (
    <Field {...field}>
      {(described) => <NumberText described={described} mode="numeric" value={value} onChange={onChange} />}
    </Field>
  );
}

/** Not type="number": it drops what it cannot read, and a wheel over it changes an amount of money. */
function NumberText({
  described,
  mode,
  value,
  onChange,
}: Pick<InputProps, 'value' | 'onChange'> & { readonly described: Described; readonly mode: 'decimal' | 'numeric' }) {
  return (
    <input
      {...described}
      className="number"
      type="text"
      inputMode={mode}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface SelectInputProps extends InputProps {
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

export function SelectInput({ value, onChange, options, ...field }: SelectInputProps) {
  return (
    <Field {...field}>
      {(described) => (
        <select {...described} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
