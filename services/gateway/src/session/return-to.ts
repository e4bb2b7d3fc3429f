const LONGEST = 1_000;
const START_PAGE = '/';

/** Where to go after a sign-in: a path of ours, whatever was asked for. Anything else would lend our name to another site. */
export function returnToOf(asked: unknown, publicUrl: string): string {
  if (typeof asked !== 'string' || asked.length > LONGEST || !asked.startsWith('/')) return START_PAGE;
  if (!URL.canParse(asked, publicUrl)) return START_PAGE;
  const { origin, pathname, search, hash } = new URL(asked, publicUrl);
  const isOurs = origin === new URL(publicUrl).origin && !pathname.startsWith('//');
  return isOurs ? `${pathname}${search}${hash}` : START_PAGE;
}
