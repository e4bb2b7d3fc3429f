import type { CommandRoute, QueryRoute, Route } from '@minzheng/http';
import { type DivisionRule, type Role, roles } from '@minzheng/types';
import type { ContractedService } from './services.ts';

const API = '/api/v1';

/** How far a role reaches, in a word. */
const reach: Readonly<Record<DivisionRule, string>> = {
  'own-person': 'own',
  'own-street': 'street',
  'own-district': 'district',
  none: '–',
};

const HEAD = `# Who may do what 谁能做什么

Generated from the route tables and packages/types/src/roles.ts by \`npm run contracts\`; every cell of it is tried on the whole platform by
infra/local/test/access.e2e.test.ts: for every role, in another street, in another district and for another person too.

Behind a role stands whose records it reaches: **own** one's own, **street** one's own street's, **district** one's own district's, **–** nobody's (a register, or the
other side of a grant). A route does not answer a role that is not named. **2nd** asks for a second factor shown in the last ten minutes.
`;

/** Roles × routes × whose records, as a page. */
export const accessTable = (services: readonly ContractedService[]): string =>
  [
    HEAD,
    '## Roles',
    '',
    '| role | reaches | never together with |',
    '| --- | --- | --- |',
    ...Object.values(roles).map(
      ({ role, divisionRule, incompatibleWith }) =>
        `| ${role} | ${reach[divisionRule]} | ${incompatibleWith.join(', ')} |`,
    ),
    ...services.flatMap(({ name, routes }) => section(name, API, routes)),
    ...section('every service, for its operators', `${API}/ops/{service}`, services[0]?.opsRoutes ?? [], '/ops'),
    '',
  ].join('\n');

function section(title: string, prefix: string, routes: readonly Route[], without = ''): string[] {
  return [
    '',
    `## ${title}`,
    '',
    '| operation | route | who, and whose | 2nd |',
    '| --- | --- | --- | --- |',
    ...routes.flatMap((route) => (route.kind === 'probe' ? [] : [row(route, `${prefix}${pathOf(route, without)}`)])),
  ];
}

const pathOf = ({ path }: Pick<Route, 'path'>, without: string): string =>
  path.slice(without.length).replaceAll(/:(\w+)/g, '{$1}');

function row({ operationId, method, roles: allowed, stepUp }: CommandRoute | QueryRoute, path: string): string {
  const who = allowed.map((role: Role) => `${role} (${reach[roles[role].divisionRule]})`).join(', ');
  return `| ${operationId} | ${method.toUpperCase()} ${path} | ${who} | ${stepUp === true ? 'yes' : ''} |`;
}
