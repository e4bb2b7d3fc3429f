import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its kernel was built with. */
const MICROS_PER_TICK = 10_000;
/** Behind the name in parentheses: utime and stime are fields 14 and 15 of proc(5). */
const UTIME = 11;

/** Counts the CPU time of this process and of the servers it has started. */
export interface CpuMeter {
  /** Begins to count; what it gives says how many µs were used since. */
  start(): () => number;
  /** Counts other processes as well. */
  including(more: () => readonly number[]): CpuMeter;
}

/** `pids` is asked each time: a server that ended is started again under another id. */
export function cpuMeter(pids: () => readonly number[]): CpuMeter {
  const usedMicros = (): number => {
    const { user, system } = process.cpuUsage();
    return pids().reduce((sum, pid) => sum + microsOf(pid), user + system);
  };
  return {
    start: () => {
      const before = usedMicros();
      return () => usedMicros() - before;
    },
    including: (more) => cpuMeter(() => [...pids(), ...more()]),
  };
}

function microsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[UTIME]) + Number(fields[UTIME + 1])) * MICROS_PER_TICK;
}
