import { useEffect } from 'react';
import { Link } from 'react-router';
import { buttonClass } from '../../../../ui/actions/button-class.ts';
import { EmptyState } from '../../../../ui/status/page-states.tsx';
import { places } from '../../places.ts';
import type { AwsForm } from '../aws-form.ts';
import { ConnectionTestPanel } from './connection-test-panel.tsx';

/** Stands in a step's place until the connection is tested, and lets it be tested there. Nothing chosen is lost by it. */
export function ConnectionGate({ form }: { form: AwsForm }) {
  // The button that was pressed goes with the gate; the step that opens takes the focus in its place.
  useEffect(() => () => document.getElementById('step-title')?.focus({ preventScroll: true }), []);
  const missing = form.problems.some(({ field, step }) => field !== 'connection' && BEFORE.includes(step));
  if (!missing) {
    return (
      <>
        <p className="m-0 text-ink-2">
          This step opens when the connection has been tested. What was chosen in it before is kept.
        </p>
        <ConnectionTestPanel form={{ ...form, shown: [] }} />
      </>
    );
  }
  return (
    <EmptyState
      title="The organization comes first"
      actions={
        <Link to={places.step(form.address, 'organization')} className={buttonClass()}>
          Go to Organization
        </Link>
      }
    >
      This step opens when the connection has been tested, and something that the test needs is still missing.
    </EmptyState>
  );
}

const BEFORE: readonly string[] = ['basics', 'organization'];
