import type { Benchmark } from './benchmark.ts';
import { events } from './events.ts';
import { floors } from './floors.ts';
import { hop } from './hop.ts';
import { poison } from './poison.ts';
import { submit } from './submit.ts';

/** Every benchmark by the name it is called by. */
export const benchmarks: Readonly<Record<string, Benchmark>> = { floors, hop, events, poison, submit };
