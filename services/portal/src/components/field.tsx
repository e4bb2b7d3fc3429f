import type { ReactNode } from 'react';

/** What ties an input to its words. */
export interface Described {
  readonly id: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
}

interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (described: Described) => ReactNode;
}

/** One input with its label, hint and error; the error stands beside it and is read with it. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className={error === undefined ? 'field' : 'field at-fault'}>
      <label htmlFor={id}>{label}</label>
      <Hint id={id} text={hint} />
      <FieldError id={id} text={error} />
      {children({ id, ...described(id, hint, error) })}
    </div>
  );
}

/** Several inputs that answer one question; the first of them bears the id, so that a link in the summary leads there. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  children,
}: Omit<FieldProps, 'children'> & { readonly children: ReactNode }) {
  return (
    <fieldset className={error === undefined ? 'field' : 'field at-fault'} {...described(`${id}-group`, hint, error)}>
      <legend>{label}</legend>
      <Hint id={`${id}-group`} text={hint} />
      <FieldError id={`${id}-group`} text={error} />
      {children}
    </fieldset>
  );
}

function described(id: string, hint: string | undefined, error: string | undefined): Omit<Described, 'id'> {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])];
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(error !== undefined && { 'aria-invalid': true }),
  };
}

function Hint({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p className="hint" id={`${id}-hint`}>
      {text}
    </p>
  );
}

function FieldError({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p className="error" id={`${id}-error`}>
      {text}
    </p>
  );
}
