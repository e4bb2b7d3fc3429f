import { describe, expect, test } from '@jest/globals';
import type { Decision, Transitions } from '@minzheng/types';
import { at, delivery, pausesS, subscription } from '../../test/samples.ts';
import { advance, conclude, deliveryTransitions, holdBack, replay, withdraw } from './delivery.ts';
import {
  disableSubscription,
  enableSubscription,
  subscriptionTransitions,
  verifySubscription,
} from './subscription.ts';

interface Stated {
  readonly status: string;
}

/** Every command of an aggregate as its own function gives it, from any state. */
interface Machine<A extends Stated> {
  readonly table: Transitions<A['status'], string>;
  readonly code: string;
  readonly sample: A;
  readonly commands: Readonly<Record<string, (aggregate: A) => Decision<A>>>;
}

const how = { at, chance: 0.5, pausesS };

const machines = {
  delivery: {
    table: deliveryTransitions,
    code: 'delivery.transition-not-there',
    sample: delivery,
    commands: {
      advance: (state) => advance(state, at),
      deliver: (state) => conclude(state, { status: 204 }, how),
      'fail-temporarily': (state) => conclude(state, { status: 500 }, how),
      'fail-permanently': (state) => conclude(state, { status: 410 }, how),
      withdraw: (state) => withdraw(state, at),
      'hold-back': (state) => holdBack(state, at),
      replay: (state) => replay(state, at),
    },
  } satisfies Machine<typeof delivery>,
  subscription: {
    table: subscriptionTransitions,
    code: 'subscription.transition-not-there',
    sample: subscription,
    commands: {
      verify: (state) => verifySubscription(state, at),
      disable: (state) => disableSubscription(state, 'on-request', at),
      enable: (state) => enableSubscription(state, at),
    },
  } satisfies Machine<typeof subscription>,
};

describe.each(Object.entries(machines))('%s', (_, machine) => {
  const { table, code, sample, commands } = machine as unknown as Machine<Stated>;
  const rows = Object.keys(table).flatMap((status) =>
    Object.keys(commands).map((command) => [status, command, table[status]?.[command]] as const),
  );

  test.each(rows)('%s, %s → %s', (status, command, to) => {
    const decision = commands[command]?.({ ...sample, status });
    if (to === undefined) {
      expect(decision).toMatchObject({ ok: false, refusal: { code, params: { state: status, command } } });
    } else expect(decision).toMatchObject({ ok: true, state: { status: to } });
  });
});
