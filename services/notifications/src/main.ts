import type { Route } from '@minzheng/http';
import type { Metrics } from '@minzheng/observability';
import { defineService, run } from '@minzheng/service';
import { nobodyWaitsInVain } from './adapters/checks.ts';
import { repositoriesIn } from './adapters/repositories.ts';
import type { Repositories } from './adapters/repositories.ts';
import { emailRelay } from './adapters/email-relay.ts';
import type { EmailRelay } from './adapters/email-relay.ts';
import { smsProvider } from './adapters/sms-provider.ts';
import { moveContact } from './adapters/move-contact.ts';
import { Settings } from './config.ts';
import type { Offered } from './domain/channels.ts';
import { askEmail } from './jobs/ask-email.ts';
import { releaseWaiting } from './jobs/release-waiting.ts';
import { sendEmail } from './jobs/send-email.ts';
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
import { onRecoveryDecided } from './reactions/recovery-decided.ts';
import { onRecoveryNoticed } from './reactions/recovery-noticed.ts';
import { getContact, putContact } from './routes/contacts.ts';
import { deleteEmail, putEmail } from './routes/email.ts';
import { countUnread, markRead } from './routes/inbox.ts';
import { getMessages, getMyMessages } from './routes/messages.ts';
import { putPreferences } from './routes/preferences.ts';

/** The whole table, of what stands behind it; the contract is generated from it. */
export const routes = ({ contacts, messages, offered }: Repositories & { readonly offered: Offered }): Route[] => [
  putContact(contacts),
  getContact(contacts),
  putEmail(contacts, offered),
  deleteEmail(contacts),
  putPreferences(contacts),
  getMyMessages(messages),
  countUnread(messages),
  markRead(messages),
  getMessages(messages),
];

/** Tells people what happened to their case and their money: one message per event and recipient. */
export const notifications = defineService({
  name: 'notifications',
  settings: Settings,
  migrations: new URL('../migrations/', import.meta.url),
  build: ({ settings, store, metrics, persons }) => {
    const repositories = repositoriesIn(store, persons);
    const { messages } = repositories;
    const provider = smsProvider({ url: settings.SMS_URL, token: settings.SMS_TOKEN, metrics });
    const relay = relayIn(settings, metrics);
    const offered = { email: relay !== undefined };
    return {
      routes: routes({ ...repositories, offered }),
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
        onRecoveryNoticed(messages),
        onRecoveryDecided(messages),
      ],
      jobs: [
        sendMessage(repositories, provider, offered),
        sendEmail(repositories, relay),
        askEmail(repositories, relay),
        releaseWaiting(repositories),
      ],
      unite: (tx, merged) => moveContact(tx, repositories, merged),
      checks: [nobodyWaitsInVain(repositories)],
      close: async () => {
        await Promise.all([provider.close(), relay?.close()]);
      },
    };
  },
});

/** The mail relay, where there is one: a bureau may do without. */
function relayIn(settings: Settings, metrics: Metrics): EmailRelay | undefined {
  const { SMTP_URL: url, SMTP_JOURNAL_URL: journalUrl, SMTP_TOKEN: token, SMTP_FROM: from } = settings;
  if (url === undefined || journalUrl === undefined || token === undefined || from === undefined) return undefined;
  return emailRelay({ url, journalUrl, token, from, requiresTls: settings.MINZHENG_ENV !== 'local', metrics });
}

if (import.meta.main) await run(notifications, process.env);
