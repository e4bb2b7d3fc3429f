const causes = [
  [/spawn npm ENOENT/, 'npm is not on PATH: install it with Node from https://nodejs.org, then run this again.'],
  [/ENOSPC|no space left/i, 'The disk is full: free some space, then run this again.'],
  [/EACCES|EPERM|EROFS/, 'This user may not write here: see who owns this folder and .local, then run this again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network|dns|timed out|error sending request/i,
    'The npm registry cannot be reached: connect to the network, or point npm at a mirror (npm config set registry <address>), then run this again.',
  ],
];

/** One line for a person out of a package manager's complaint. */
export function explainFailure(what, output) {
  const known = causes.find(([pattern]) => pattern.test(output));
  const lastWords = output.trim().split('\n').slice(-8).join('\n  ');
  return known === undefined ? `${what} failed:\n  ${lastWords}` : `${what} failed. ${known[1]}`;
}
