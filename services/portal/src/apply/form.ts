import { createContext, useContext } from 'react';
import type { KeptDraft } from './use-draft.ts';

/** What every page of the form works with. */
export interface Form extends KeptDraft {
  /** What the API found wrong with an input, in its words. */
  readonly apiErrors: Readonly<Record<string, string>>;
  readonly setApiErrors: (errors: Readonly<Record<string, string>>) => void;
}

const FormContext = createContext<Form | undefined>(undefined);
export const FormProvider = FormContext.Provider;

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === undefined) throw new TypeError('only inside the form');
  return form;
}
