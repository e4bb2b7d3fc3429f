import { spawn } from 'node:child_process';

/** Runs a program and keeps what it says. Resolves with its exit code and its output, the last 64 KiB of it. */
export async function runQuietly(command, args, options = {}) {
  return await new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (part) => {
      output = (output + part).slice(-65_536);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
