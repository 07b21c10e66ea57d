import type { SummaryItem } from '../../../ui/layout/summary-list.tsx';
import { capital } from '../../scope-picker/scope-labels.ts';
import { fieldsOf, type NamedField, rowLabel } from '../cloud-fields.ts';
import { useInScopeText } from '../scope/scope-source.ts';
import type { CloudWizard, FormOf, Kind, ReviewProps } from '../wizard/cloud-wizard.ts';
import type { FieldForm } from '../wizard/step-form.ts';
import { wizardSteps } from '../wizard/wizard-steps.ts';
import { capabilitiesText, clipped, every } from '../words.ts';
import { ReviewFrame, type ReviewGroup } from './review-frame.tsx';

/** Every value once more under the titles of its step, and what happens next. */
export function ReviewStep<Own extends Kind>({ cloud, form, creating }: ReviewProps<Own>) {
  const scope = useScopeItems(cloud, form);
  const { Also, isAskedThere, firstRun } = cloud.review;
  return (
    <ReviewFrame
      form={form}
      problems={form.shown.filter((problem) => !isAskedThere?.(form, problem))}
      groups={reviewGroups(cloud, form, scope)}
      creating={creating}
      firstRun={firstRun}
    >
      {Also && <Also form={form} />}
    </ReviewFrame>
  );
}

function reviewGroups<Own extends Kind>(
  cloud: CloudWizard<Own>,
  form: FormOf<Own>,
  scope: SummaryItem[],
): ReviewGroup[] {
  const [, second] = wizardSteps[cloud.cloud];
  const fields = fieldsOf(cloud.cloud);
  return wizardSteps[cloud.cloud]
    .filter(({ id }) => id !== 'review')
    .map(({ id: step }) => {
      if (step === 'scope') return { step, items: scope };
      const items = fields
        .filter((field) => field.step === step)
        .flatMap((field) => rowsOf(cloud, form, field));
      const connection = { label: 'Connection', value: cloud.review.connection(form) };
      return { step, items: step === second?.id ? [...items, connection] : items };
    });
}

function rowsOf<Own extends Kind>(
  cloud: CloudWizard<Own>,
  form: FormOf<Own>,
  field: NamedField,
): SummaryItem[] {
  const row = cloud.review.rows[field.name];
  if (row === null) return [];
  if (row !== undefined) return [row(form)];
  return [sharedRow(field, form.wizard.values) ?? plainRow(form, field)];
}

function sharedRow({ name }: NamedField, { cspm, remediation }: Kind['values']): SummaryItem | undefined {
  if (name === 'cspm') return { label: 'Capabilities', value: capabilitiesText({ cspm }) };
  if (name !== 'remediation') return undefined;
  return { label: 'Remediation', value: remediation ? 'On: needs write permissions' : 'Off' };
}

function plainRow({ wizard }: FieldForm, { name, words, longest }: NamedField): SummaryItem {
  const value: unknown = Reflect.get(wizard.values, name);
  const { mono = false, unit = 'day' } = words;
  const item = (text: string) => ({ label: rowLabel(words), value: text, mono });
  if (typeof value === 'boolean') return item(value ? 'On' : 'Off');
  if (typeof value === 'number') return item(every(value, unit));
  if (Array.isArray(value)) return item(value.join(', '));
  return item(typeof value === 'string' ? clipped(value, longest ?? value.length) : '');
}

/** How much is read, and each choice by its name. */
function useScopeItems<Own extends Kind>(cloud: CloudWizard<Own>, form: FormOf<Own>): SummaryItem[] {
  const { useSource, textOf, namesOf, labels } = cloud.scope;
  const { scope } = form.wizard.values;
  const source = useSource(form, { read: true });
  const inScope = useInScopeText(scope, source.tree, textOf);
  const list = (label: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [{ label, value: namesOf(ids, source) }];
  return [
    { label: 'In scope', value: capital(inScope) },
    ...list(labels.included, scope.included),
    ...list(labels.excluded, scope.excluded),
  ];
}
