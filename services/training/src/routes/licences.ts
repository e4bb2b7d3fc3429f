import { command, query, staffNoOf } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { licencePeriod, LicenceScope, LocalDate, StaffNo } from '@minzheng/types';
import { z } from 'zod';
import type { Repositories } from '../adapters/repositories.ts';
import { Licence } from '../domain/licence.ts';
import { setRequirement } from '../domain/requirement.ts';
import type { Requirement } from '../domain/requirement.ts';
import { bySystem } from './acting.ts';

/** At most one row for each scope. */
const MOST = LicenceScope.options.length;

const LicenceView = Licence.omit({ id: true }).extend({ licenceId: Licence.shape.id, isValidToday: z.boolean() });
const Licences = z.strictObject({ items: z.array(LicenceView) });
const RequirementView = z.strictObject({ scope: LicenceScope, from: LocalDate });

/** Who may still do which work, and which work asks for a licence. */
export function licenceRoutes(repositories: Repositories): Route[] {
  const { requirements } = repositories;
  return [
    query({
      path: '/licences/me',
      operationId: 'listMyLicences',
      summary: 'One’s own licences, lapsed ones too',
      roles: ['staff', 'trainer'],
      reply: { body: Licences },
      read: ({ caller, today }) => licencesOf(repositories, staffNoOf(caller), today),
    }),
    query({
      path: '/licences',
      operationId: 'listLicences',
      summary: 'The licences of one officer',
      roles: ['trainer'],
      query: z.strictObject({ staffNo: StaffNo }),
      reply: { body: Licences },
      read: ({ query: { staffNo }, today }) => licencesOf(repositories, staffNo, today),
    }),
    command({
      method: 'put',
      path: '/licence-requirements/:scope',
      operationId: 'setRequirement',
      summary: 'Says from which day a kind of work needs a licence',
      roles: ['trainer'],
      params: z.strictObject({ scope: LicenceScope }),
      body: z.strictObject({ from: LocalDate }),
      reply: { status: 200, body: RequirementView },
      decide: async (tx, { params: { scope }, body: { from }, today }) => {
        const set = await tx.apply(requirements, scope, () => setRequirement(scope, from, today), bySystem);
        tx.audit({ action: 'requirement.set', object: `requirement/${scope}`, purpose: 'licence to practise' });
        return requirementView(set);
      },
    }),
    query({
      path: '/licence-requirements',
      operationId: 'listRequirements',
      summary: 'Which work asks for a licence, and from which day',
      roles: ['staff', 'trainer'],
      reply: { body: z.strictObject({ items: z.array(RequirementView) }) },
      read: async () => ({ items: (await requirements.list('system', {}, { limit: MOST })).map(requirementView) }),
    }),
  ];
}

async function licencesOf(
  { licences }: Repositories,
  officerRef: StaffNo,
  today: LocalDate,
): Promise<z.output<typeof Licences>> {
  const held = await licences.list('system', { officerRef }, { limit: MOST });
  return { items: held.map((licence) => viewOf(licence, today)) };
}

function viewOf({ id: licenceId, ...rest }: Licence, today: LocalDate): z.output<typeof LicenceView> {
  return { licenceId, ...rest, isValidToday: licencePeriod.covers(rest, today) };
}

const requirementView = ({ id: scope, from }: Requirement): z.output<typeof RequirementView> => ({ scope, from });
