import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { CaseView, Cases } from './contract.ts';
import { words } from '../words/i18n.ts';

const PAGE = 50;

/** How many applications a list shows. */
export const CASES_SHOWN = PAGE;

/** What is the reader's own; the language is part of the key since texts come in it. */
const own = (...what: string[]): string[] => ['own', words.language, ...what];

/** How often to ask while no stream tells of changes. */
interface Polled {
  readonly everyMs: number | false;
}

export const useCases = ({ everyMs }: Polled): UseQueryResult<Cases> =>
  useQuery({
    queryKey: own('cases'),
    queryFn: () => answerOf(api.GET('/api/v1/applications', { params: { query: { limit: PAGE } } as never })),
    refetchInterval: everyMs,
  });

export const useCase = (id: string, { everyMs }: Polled): UseQueryResult<CaseView> =>
  useQuery({
    queryKey: own('case', id),
    queryFn: () => answerOf(api.GET('/api/v1/applications/{id}', { params: { path: { id } } })),
    refetchInterval: everyMs,
  });

/** Money comes from one service, messages from another: where one is away the other is still shown. */
export const useEntitlements = ({ everyMs }: Polled) =>
  useQuery({
    queryKey: own('entitlements'),
    queryFn: () => answerOf(api.GET('/api/v1/entitlements')),
    refetchInterval: everyMs,
  });

export const usePayments = ({ everyMs }: Polled) =>
  useQuery({
    queryKey: own('payments'),
    queryFn: () => answerOf(api.GET('/api/v1/payments')),
    refetchInterval: everyMs,
  });

export const useAccounts = ({ everyMs }: Polled) =>
  useQuery({
    queryKey: own('accounts'),
    queryFn: () => answerOf(api.GET('/api/v1/accounts')),
    refetchInterval: everyMs,
  });

export const useMessages = ({ everyMs }: Polled) =>
  useQuery({
    queryKey: own('messages'),
    queryFn: () => answerOf(api.GET('/api/v1/messages/me', { params: { query: { limit: PAGE } } as never })),
    refetchInterval: everyMs,
  });
