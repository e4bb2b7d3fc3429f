import { type Chore, runChore } from './chore.ts';
import type { Ending } from './ending.ts';
import type { Places } from './places.ts';

/** turbo builds them where a source has changed, and does nothing otherwise. */
const building: Chore = {
  name: 'pages',
  entry: 'node_modules/turbo/bin/turbo',
  args: ['run', 'build', '--filter=@minzheng/portal', '--ui=stream'],
  settings: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' },
  isQuiet: true,
};

/** The gateway reads the residents' pages when it starts: they are built before. @throws OneLine when they cannot be. */
export const buildPages = (places: Places, ending: Ending): Promise<void> => runChore(building, places, ending);
