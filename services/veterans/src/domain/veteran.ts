import {
  decided,
  DivisionCode,
  divisions,
  Instant,
  instant,
  localDate,
  moved,
  PersonId,
  refuse,
  VeteranId,
  VeteranRegistered,
} from '@minzheng/types';
import type { Decision, FieldError, LocalDate, Transitions } from '@minzheng/types';
import { z } from 'zod';
import { StaffNo } from './act.ts';
import type { Act } from './act.ts';
import { isCovered } from './rules/coverage.ts';
import { AdmittedCategory, isAdmitted, ServiceFacts } from './service-facts.ts';
import type { StatedFacts } from './service-facts.ts';

export const VeteranStatus = z.enum([
  /** 待确认 */ 'registered',
  /** 已确认 */ 'confirmed',
  /** 不予确认 */ 'rejected',
]);
export type VeteranStatus = z.infer<typeof VeteranStatus>;

/** 优抚对象: a person in the register with one category and the facts of service it rests on. */
export const Veteran = z.strictObject({
  id: VeteranId,
  personId: PersonId,
  divisionCode: DivisionCode,
  category: AdmittedCategory,
  status: VeteranStatus,
  facts: ServiceFacts,
  registeredBy: StaffNo,
  registeredAt: Instant,
  decidedBy: StaffNo.optional(),
  decidedAt: Instant.optional(),
});
export type Veteran = z.infer<typeof Veteran>;

export type VeteranCommand = 'confirm' | 'reject';

export const veteranTransitions = {
  registered: { confirm: 'confirmed', reject: 'rejected' },
  confirmed: {},
  rejected: {},
} as const satisfies Transitions<VeteranStatus, VeteranCommand>;

/** Statuses in which a person holds their place in the register: one registration a person, so nobody draws two categories (VET-10). */
export const HOLDING: readonly VeteranStatus[] = ['registered', 'confirmed'];

export interface Registration {
  readonly id: VeteranId;
  readonly personId: PersonId;
  readonly divisionCode: DivisionCode;
  readonly facts: StatedFacts;
  readonly district: DivisionCode;
}

/** 登记: an officer enters a person; it counts once a colleague has confirmed it. */
export function registerVeteran(registration: Registration, { by, at }: Act): Decision<Veteran> {
  const { id, personId, divisionCode, facts, district } = registration;
  if (!isAdmitted(facts)) return refuse('veteran.category-not-admitted', { category: facts.category });
  const { category } = facts;
  const errors = [...divisionErrors(divisionCode, district), ...dateErrors(facts, instant.civilDate(at))];
  if (errors.length > 0) return refuse('request.invalid', undefined, errors);
  if (!isCovered(facts)) return refuse('veteran.not-covered', { category });
  return decided({
    id,
    personId,
    divisionCode,
    category,
    status: 'registered',
    facts,
    registeredBy: by,
    registeredAt: at,
  });
}

/** A person is registered with a street or town of this district, or a community within one. */
function divisionErrors(divisionCode: DivisionCode, district: DivisionCode): FieldError[] {
  const isHere = divisions.streetsOf(district).some(({ code }) => divisions.isWithin(divisionCode, code));
  return isHere ? [] : [{ pointer: '/divisionCode', code: 'field.not-in-list' }];
}

/** Born, enlisted, discharged, today: in this order. */
function dateErrors(facts: ServiceFacts, today: LocalDate): FieldError[] {
  if (facts.category !== 'V09') return [];
  const { bornOn, enlistedOn, dischargedOn } = facts;
  return [
    ...notBefore('/facts/enlistedOn', enlistedOn, localDate.addDays(bornOn, 1)),
    ...notBefore('/facts/dischargedOn', dischargedOn, localDate.addDays(enlistedOn, 1)),
    ...(dischargedOn > today
      ? [{ pointer: '/facts/dischargedOn', code: 'field.too-large', params: { maximum: today } } as const]
      : []),
  ];
}

const notBefore = (pointer: string, date: LocalDate, minimum: LocalDate): FieldError[] =>
  date < minimum ? [{ pointer, code: 'field.too-small', params: { minimum } }] : [];

/** 确认: a colleague, never the one who entered it, says that papers and facts agree. */
export function confirmVeteran(veteran: Veteran, { by, at }: Act): Decision<Veteran> {
  return move(veteran, 'confirm', { by, at }, (confirmed) => {
    if (by === veteran.registeredBy) return refuse('veteran.confirmed-by-its-registrar');
    const { id, personId, divisionCode, category } = confirmed;
    const data = { veteranId: id, category, registeredOn: instant.civilDate(at) };
    return decided(confirmed, VeteranRegistered.of({ subject: id, personId, divisionCode, data }));
  });
}

/** 不予确认: it was entered wrongly; the person can be entered again. Whoever entered it may take it back. */
export const rejectVeteran = (veteran: Veteran, act: Act): Decision<Veteran> =>
  move(veteran, 'reject', act, (rejected) => decided(rejected));

const move = (
  veteran: Veteran,
  command: VeteranCommand,
  { by, at }: Act,
  change: (moved: Veteran) => Decision<Veteran>,
): Decision<Veteran> =>
  moved(veteranTransitions, 'veteran.transition-not-there', veteran, command, (state) =>
    change({ ...state, decidedBy: by, decidedAt: at }),
  );
