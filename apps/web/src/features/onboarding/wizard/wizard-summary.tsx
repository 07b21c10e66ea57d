import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { shortTimeText } from '../../../shared/text/clock-time.ts';
import { Card } from '../../../ui/layout/card.tsx';
import { type SummaryItem, SummaryList } from '../../../ui/layout/summary-list.tsx';
import { capital } from '../../scope-picker/scope-labels.ts';
import { fieldNamed } from '../cloud-fields.ts';
import { useInScopeText } from '../scope/scope-source.ts';
import { capabilitiesText, clipped } from '../words.ts';
import type { CloudWizard, FormOf, Kind, StateOf } from './cloud-wizard.ts';
import { indexOfStep, type WizardStep } from './wizard-steps.ts';

/** What will be created, as far as it is chosen, and what is still open. */
export function WizardSummary<Own extends Kind>({
  cloud,
  form,
}: {
  cloud: CloudWizard<Own>;
  form: FormOf<Own>;
}) {
  const { tree } = cloud.scope.useSource(form, { read: false });
  const inScope = useInScopeText(form.wizard.values.scope, tree, cloud.scope.textOf);
  const open = openThings(cloud, form.wizard);
  return (
    <Card title="What will be created">
      <SummaryList layout="aside" items={itemsOf(cloud, form, inScope).map(enteredOrNot)} />
      {open.length > 0 && (
        <p className="m-0 mt-3.5 border-line border-t pt-3 text-ink-3 text-sm">
          Not yet chosen: {open.join(', ')}.
        </p>
      )}
    </Card>
  );
}

/** A dash would say that there is none. */
function enteredOrNot(item: SummaryItem): SummaryItem {
  if (item.value !== '') return item;
  return { label: item.label, value: <span className="text-ink-3">Not entered yet</span> };
}

function itemsOf<Own extends Kind>(
  { cloud, scope, summary }: CloudWizard<Own>,
  form: FormOf<Own>,
  inScope: string,
): SummaryItem[] {
  const { wizard } = form;
  const { values } = wizard;
  const doubt = scope.isDoubtful?.(wizard) ?? false;
  const prefixLength = fieldNamed({ cloud }, 'memberPrefix').longest ?? 0;
  const seen = (step: WizardStep, ...items: SummaryItem[]) =>
    wizard.reached >= indexOfStep(step) ? items : [];
  return [
    ...(values.copiedFrom === undefined ? [] : [{ label: 'Copied from', value: values.copiedFrom }]),
    { label: 'Name', value: clipped(values.name, fieldNamed({ cloud }, 'name').longest ?? 0) },
    ...summary.whose(form),
    { label: 'Connection', value: summary.connection(form) },
    { label: 'Capabilities', value: capabilitiesText(values) },
    ...(values.remediation ? [{ label: 'Remediation', value: 'On' }] : []),
    ...seen('scope', { label: 'In scope', value: <Doubtful doubt={doubt}>{capital(inScope)}</Doubtful> }),
    ...seen(
      'members',
      { label: 'Member prefix', value: clipped(values.memberPrefix, prefixLength) },
      ...summary.members(values),
    ),
    ...seen('activation', { label: 'Activates', value: summary.activates(values) }),
    ...(values.tagIds.length > 0 ? [{ label: 'Tags', value: values.tagIds.length }] : []),
  ];
}

function openThings<Own extends Kind>(
  { summary }: CloudWizard<Own>,
  { values, reached }: StateOf<Own>,
): string[] {
  const unseen = (step: WizardStep, ...things: string[]) => (reached < indexOfStep(step) ? things : []);
  return [
    ...(values.name.trim() === '' ? ['name'] : []),
    ...summary.missing(values),
    ...unseen('scope', 'scope'),
    ...(values.memberPrefix.trim() === '' ? ['member prefix'] : []),
    ...unseen('members', ...summary.ofMembers),
    ...unseen('activation', 'activation'),
  ];
}

/** The connection test has passed, and when. */
export function TestedAt({ at }: { at: number }) {
  return (
    <span className="inline-flex items-center gap-1.5 font-strong text-ok">
      <Check size={14} aria-hidden="true" />
      Tested {shortTimeText(at)}
    </span>
  );
}

/** Something chosen that a later change has made doubtful. */
function Doubtful({ doubt, children }: { doubt: boolean; children: ReactNode }) {
  return doubt ? <span className="font-strong text-warn">{children}, to be checked</span> : children;
}
