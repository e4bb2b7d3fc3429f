import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Host } from '@minzheng/backing';
import type { Aftermath } from '../aftermath.ts';

/** Set aside for tests between devices (RFC 2544): no real network has it. */
const NETWORK = '198.18.77';
const GATEWAY = `${NETWORK}.254`;

/** Machines within this one, on a network of their own that this one reaches. */
export interface Hosts {
  readonly all: readonly Host[];
  /** What one host sends to another is lost, until the function given back is called. */
  cut(from: Host, to: Host): () => void;
  close(): void;
}

/** Why there can be none here; undefined when there can. */
export function whyNoHosts(): string | undefined {
  if (process.getuid?.() !== 0) return 'needs root, to make network namespaces';
  const name = `minzheng-try-${randomBytes(2).toString('hex')}`;
  const made = spawnSync('ip', ['netns', 'add', name], { stdio: 'ignore' });
  if (made.error !== undefined) return 'needs the command ip (package iproute2)';
  if (made.status !== 0) return 'needs network namespaces, which this machine does not give';
  run('ip', 'netns', 'del', name);
  return undefined;
}

/** Network namespaces on one bridge. All of it is taken away again, also when this run is killed. */
export function openHosts(count: number, aftermath: Aftermath): Hosts {
  const tag = randomBytes(2).toString('hex');
  const bridge = `mz${tag}`;
  const undo: (() => void)[] = [];
  const owe = (...command: [string, ...string[]]): void => void undo.push(aftermath.owe(command));
  owe('ip', 'link', 'del', bridge);
  run('ip', 'link', 'add', bridge, 'type', 'bridge');
  run('ip', 'addr', 'add', `${GATEWAY}/24`, 'dev', bridge);
  run('ip', 'link', 'set', bridge, 'up');
  const all = Array.from({ length: count }, (_, index): Host => {
    const [space, outer] = [`minzheng-${tag}-${index}`, `mz${tag}o${index}`];
    const [inner, address] = [`mz${tag}i${index}`, `${NETWORK}.${index + 1}`];
    owe('ip', 'netns', 'del', space);
    run('ip', 'netns', 'add', space);
    run('ip', 'link', 'add', outer, 'type', 'veth', 'peer', 'name', inner, 'netns', space);
    run('ip', 'link', 'set', outer, 'master', bridge, 'up');
    const enter = ['ip', 'netns', 'exec', space] as const;
    run(...enter, 'ip', 'addr', 'add', `${address}/24`, 'dev', inner);
    for (const link of ['lo', inner]) run(...enter, 'ip', 'link', 'set', link, 'up');
    return { address, enter };
  });
  return {
    all,
    cut: (from, to) => {
      const route = ['blackhole', `${to.address}/32`];
      const mend = aftermath.owe([...from.enter, 'ip', 'route', 'del', ...route]);
      run(...from.enter, 'ip', 'route', 'add', ...route);
      return mend;
    },
    close: () => undo.toReversed().forEach((step) => step()),
  };
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
