import type { Scope } from '@console/console-contract';
import { useMemo } from 'react';
import { ProblemState } from '../../../shared/console/problem-banner.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { FieldError } from '../../../ui/fields/field.tsx';
import { SkeletonRows } from '../../../ui/status/page-states.tsx';
import { ScopePicker } from '../../scope-picker/scope-picker.tsx';
import type { CloudWizard, FormOf, Kind } from '../wizard/cloud-wizard.ts';
import { stepToolsId } from '../wizard/step-card.tsx';
import { errorOf } from '../wizard/step-form.ts';
import { ScopeLists } from './scope-lists.tsx';
import { type ScopeSource, type ScopeTree, useInScopeText } from './scope-source.ts';

export interface ScopeStepProps<Own extends Kind> {
  cloud: CloudWizard<Own>;
  form: FormOf<Own>;
}

/** Which units are read: all, or the chosen ones. Of a connector that exists they may not be told: then as lists of names. */
export function ScopeStep<Own extends Kind>({ cloud, form }: ScopeStepProps<Own>) {
  const source = cloud.scope.useSource(form, { read: true });
  const { values } = form.wizard;
  const isReported = !source.isAnswered || source.tree !== undefined;
  if (form.basis !== undefined && !(isReported && cloud.scope.canBeRead(values))) {
    return (
      <ScopeLists
        scope={values.scope}
        noun={cloud.cloud === 'azure' ? 'group' : 'unit'}
        onChange={(scope) => changeScope(form, scope)}
      />
    );
  }
  const { Doubt, isDoubtful } = cloud.scope;
  return (
    <>
      <div id="scope" tabIndex={-1} className="grid gap-2 empty:hidden">
        {Doubt && isDoubtful?.(form.wizard) && <Doubt form={form} />}
        <FieldError id="scope" error={errorOf(form, 'scope')} />
      </div>
      <ScopeSentence cloud={cloud} scope={values.scope} tree={source.tree} />
      <Units cloud={cloud} form={form} source={source} />
    </>
  );
}

function ScopeSentence<Own extends Kind>(props: {
  cloud: CloudWizard<Own>;
  scope: Scope;
  tree: ScopeTree | undefined;
}) {
  const { cloud, scope, tree } = props;
  const inScope = useInScopeText(scope, tree, cloud.scope.textOf);
  return (
    <p className="m-0 text-sm" role="status">
      <b className="font-strong">In scope: {inScope}.</b>{' '}
      <span className="text-ink-2">{meaningOf(scope, cloud.scope.meaning)}</span>
    </p>
  );
}

function meaningOf({ included, excluded }: Scope, meaning: CloudWizard<Kind>['scope']['meaning']): string {
  if (included.length > 0) return meaning.included;
  return excluded.length > 0 ? 'Everything is read but what is excluded.' : meaning.everything;
}

type UnitsProps<Own extends Kind> = ScopeStepProps<Own> & { source: ScopeSource };

function Units<Own extends Kind>({ cloud, form, source }: UnitsProps<Own>) {
  const { Unknown, Notices, reading } = cloud.scope;
  if (!source.isAnswered && source.error) {
    return <ProblemState error={source.error} actions={<Button onClick={source.retry}>Try again</Button>} />;
  }
  if (source.isReading) return <SkeletonRows label={reading} rows={6} />;
  if (source.tree === undefined) return <Unknown form={form} />;
  return (
    <>
      <Notices form={form} source={source} />
      <UnitPicker form={form} tree={source.tree} />
    </>
  );
}

function UnitPicker<Own extends Kind>({ form, tree }: { form: FormOf<Own>; tree: ScopeTree }) {
  const { scope, scopeText } = form.wizard.values;
  const units = useMemo(() => tree.unitsFor(scope), [tree, scope]);
  const rules = useMemo(() => tree.rulesOf(scope), [tree, scope]);
  return (
    <div className="-mx-4 -mb-5 border-line border-t">
      <ScopePicker
        units={units}
        rules={rules}
        onRulesChange={(next) => changeScope(form, tree.scopeAfter(scope, next))}
        labels={tree.labels}
        name="Scope"
        toolsId={stepToolsId}
        text={scopeText ?? null}
        onText={(text) => form.dispatch({ type: 'entered', field: 'scopeText', value: text })}
      />
    </div>
  );
}

function changeScope<Own extends Kind>(form: FormOf<Own>, scope: Scope): void {
  form.dispatch({ type: 'entered', field: 'scope', value: scope });
}
