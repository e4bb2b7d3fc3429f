import type { Route } from '@minzheng/http';
import { defineService, run } from '@minzheng/service';
import { nobodyWaitsInVain } from './adapters/checks.ts';
import { repositoriesIn } from './adapters/repositories.ts';
import type { Repositories } from './adapters/repositories.ts';
import { smsProvider } from './adapters/sms-provider.ts';
import { Settings } from './config.ts';
import { releaseWaiting } from './jobs/release-waiting.ts';
import { sendMessage } from './jobs/send-message.ts';
import { onAllowanceAwarded } from './reactions/allowance-awarded.ts';
import { onCaseAccepted } from './reactions/case-accepted.ts';
import { onCaseConfirmed } from './reactions/case-confirmed.ts';
import { onObjectionAnswered } from './reactions/case-objection-answered.ts';
import { onObjectionFiled } from './reactions/case-objection-filed.ts';
import { onCaseRefused } from './reactions/case-refused.ts';
import { onSupplementRequested } from './reactions/case-supplement-requested.ts';
import { onPaymentRejected } from './reactions/payment-rejected.ts';
import { onPaymentReturned } from './reactions/payment-returned.ts';
import { onPaymentSettled } from './reactions/payment-settled.ts';
import { onPaymentUnclaimed } from './reactions/payment-unclaimed.ts';
import { getContact, putContact } from './routes/contacts.ts';
import { getMessages, getMyMessages } from './routes/messages.ts';

/** The whole table, of what stands behind it; the contract is generated from it. */
export const routes = ({ contacts, messages }: Repositories): Route[] => [
  putContact(contacts),
  getContact(contacts),
  getMyMessages(messages),
  getMessages(messages),
];

/** Tells people what happened to their case and their money: one message per event and recipient. */
export const notifications = defineService({
  name: 'notifications',
  settings: Settings,
  migrations: new URL('../migrations/', import.meta.url),
  build: ({ settings, store, metrics }) => {
    const repositories = repositoriesIn(store);
    const { messages } = repositories;
    const provider = smsProvider({ url: settings.SMS_URL, token: settings.SMS_TOKEN, metrics });
    return {
      routes: routes(repositories),
      reactions: [
        onSupplementRequested(messages),
        onCaseAccepted(messages),
        onObjectionFiled(messages),
        onObjectionAnswered(messages),
        onCaseConfirmed(messages),
        onCaseRefused(messages),
        onAllowanceAwarded(messages),
        onPaymentSettled(messages),
        onPaymentRejected(messages),
        onPaymentReturned(messages),
        onPaymentUnclaimed(messages),
      ],
      jobs: [sendMessage(repositories, provider), releaseWaiting(repositories)],
      checks: [nobodyWaitsInVain(repositories)],
      close: () => provider.close(),
    };
  },
});

if (import.meta.main) await run(notifications, process.env);
