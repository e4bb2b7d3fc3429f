import PostalMime from 'postal-mime';
import { Mail } from './mail-record.ts';

/** An e-mail read as a mailbox reads it. Throws ZodError for one without a Message-ID. */
export async function readMail(source: string, envelope: Pick<Mail, 'from' | 'to'>): Promise<Mail> {
  const { messageId = '', subject = '', text = '' } = await PostalMime.parse(source);
  return Mail.parse({ ...envelope, messageId: messageId.replace(/^<(.*)>$/, '$1'), subject, text, source });
}
