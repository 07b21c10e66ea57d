import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';
import { indexOfStep } from './azure-draft.ts';
import { activationText, capabilitiesText, everyDays, groupsText } from './azure-words.ts';
import type { TestStanding } from './connection/test-standing.ts';
import { isScopeDoubtful, type Wizard } from './wizard-state.ts';

/** What will be created, as far as it is chosen, and what is still open. */
export function WizardSummary({ wizard, standing }: { wizard: Wizard; standing: TestStanding }) {
  const open = openThings(wizard);
  return (
    <Card title="What will be created">
      <SummaryList layout="aside" items={summaryOf(wizard, standing)} />
      {open.length > 0 && (
        <p className="m-0 mt-3.5 border-line border-t pt-3 text-ink-3 text-sm">
          Not yet chosen: {open.join(', ')}.
        </p>
      )}
    </Card>
  );
}

function summaryOf(wizard: Wizard, standing: TestStanding): SummaryItem[] {
  const { values } = wizard;
  const seen = (step: 'members' | 'activation' | 'scope') => wizard.reached >= indexOfStep(step);
  return [
    { label: 'Name', value: values.name.trim() },
    { label: 'Tenant', value: values.tenantName.trim() },
    { label: 'Application', value: shortId(values.applicationId), mono: true },
    { label: 'Connection', value: <ConnectionWord standing={standing} /> },
    { label: 'Capabilities', value: capabilitiesText(values) },
    ...(values.remediation ? [{ label: 'Remediation', value: 'On' }] : []),
    ...(seen('scope') ? scopeItems(wizard) : []),
    ...(seen('members') ? [{ label: 'Member prefix', value: values.memberPrefix.trim() }] : []),
    ...(seen('members') ? [{ label: 'Runs', value: everyDays(values.runEveryDays) }] : []),
    ...(seen('activation') ? [{ label: 'Activates', value: activationText(values) }] : []),
    ...(values.tagIds.length > 0 ? [{ label: 'Tags', value: values.tagIds.length }] : []),
  ];
}

function scopeItems(wizard: Wizard): SummaryItem[] {
  const { included, excluded } = wizard.values.scope;
  const doubt = isScopeDoubtful(wizard);
  return [
    {
      label: 'Included',
      value: (
        <Doubtful doubt={doubt}>
          {included.length === 0 ? 'Whole tenant' : groupsText(included.length)}
        </Doubtful>
      ),
    },
    ...(excluded.length > 0 ? [{ label: 'Excluded', value: groupsText(excluded.length) }] : []),
  ];
}

function Doubtful({ doubt, children }: { doubt: boolean; children: ReactNode }) {
  return doubt ? <span className="font-strong text-warn">{children}, to be checked</span> : children;
}

function ConnectionWord({ standing }: { standing: TestStanding }) {
  switch (standing.state) {
    case 'passed':
      return (
        <span className="inline-flex items-center gap-1.5 font-strong text-ok">
          <Check size={14} aria-hidden="true" />
          Tested {TIME.format(standing.at)}
        </span>
      );
    case 'failed':
      return <StatusBadge kind="bad">Failed</StatusBadge>;
    case 'untested':
      return <span className="text-ink-3">Not tested</span>;
    case 'left-alone':
      return <span className="text-ink-3">Not followed</span>;
    default:
      return <StatusBadge kind="busy">Testing</StatusBadge>;
  }
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The first group of an id is enough to recognise it. */
function shortId(id: string): string {
  const trimmed = id.trim();
  return trimmed.length > 13 ? `${trimmed.slice(0, 8)}…` : trimmed;
}

function openThings({ values, reached }: Wizard): string[] {
  return [
    ...(values.name.trim() === '' ? ['name'] : []),
    ...(values.tenantId.trim() === '' ? ['tenant'] : []),
    ...(reached < indexOfStep('scope') ? ['scope'] : []),
    ...(values.memberPrefix.trim() === '' ? ['member prefix'] : []),
    ...(reached < indexOfStep('members') ? ['frequencies'] : []),
    ...(reached < indexOfStep('activation') ? ['activation'] : []),
  ];
}
