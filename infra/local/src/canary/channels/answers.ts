import { type Channel, textItem } from '../channel.ts';
import { sendSlip } from '../slips.ts';

/** What was answered to requests that went wrong. */
export const answers: Channel = {
  name: 'error answers',
  async *read({ answers: answered }) {
    yield* answered.map(({ what, body }) => textItem(what, body));
  },
  /** The name of a field that nobody knows is said back to whoever sent it: the one echo there is. */
  async plant({ answers: answered, platform, tokenOf }, bytes) {
    const account = 'street-officer-wuma-1';
    const body = JSON.stringify({ [bytes.toString('utf8')]: 1 });
    const slip = { what: 'planted', method: 'POST', path: '/people/resolve', account, body } as const;
    answered.push(await sendSlip(platform.gatewayUrl, tokenOf, slip));
  },
};
