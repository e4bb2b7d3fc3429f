import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { AddMember } from './add-member.tsx';
import { useForm } from './form.ts';
import { useMemberName } from './member-name.ts';
import { StepForm } from './step-form.tsx';
import type { ErrorAt } from './step-form.tsx';

export function HouseholdStep() {
  const { t } = useTranslation();
  return (
    <StepForm step="household" title={t('apply.household.title')} hint={t('apply.household.hint')} above={members} />
  );
}

const members = (errorAt: ErrorAt) => (
  <>
    <MemberList error={errorAt('members')} />
    <AddMember />
  </>
);

function MemberList({ error }: { readonly error: string | undefined }) {
  const { t } = useTranslation();
  const { draft, change } = useForm();
  const nameOf = useMemberName();
  return (
    <section>
      <h2 id="members" tabIndex={-1}>
        {t('apply.household.listed')}
      </h2>
      {error === undefined ? null : <p className="error">{error}</p>}
      <ul className="members">
        {draft.members.map((member) => (
          <li key={member.personId}>
            <span>{nameOf(member)}</span>
            {member.relation === 'self' ? null : (
              <Button look="plain" onClick={() => change({ type: 'remove-member', personId: member.personId })}>
                {t('apply.household.remove', { who: nameOf(member) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
