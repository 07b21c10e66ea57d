import { onboardingEndpoints } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../../shared/console/console-client.ts';
import { problemOf } from '../../../../shared/console/console-problem.ts';
import { isFinal, onboardingQueries } from '../../queries.ts';
import { isUuid } from '../azure-checks.ts';
import { tenantOf } from '../azure-draft.ts';
import type { AzureWizardState, DispatchAzure } from '../azure-form.ts';
import { rememberTest, type TestPlace } from './remembered-test.ts';
import { type ConnectionTesting, standingOf } from './test-standing.ts';

/** Asks the gateway to try the tenant's credentials, follows its job, and reads the management groups it found. */
export function useConnectionTest(
  place: TestPlace,
  wizard: AzureWizardState,
  dispatch: DispatchAzure,
): ConnectionTesting {
  const { workspace } = place;
  const { test, values, secret } = wizard;
  const followed = test.state === 'following' ? test : null;
  const job = followed?.jobId ?? null;
  const progress = useQuery({
    ...onboardingQueries.test(workspace, job ?? 'none', followed?.startedAt),
    enabled: test.state === 'following' && test.waiting,
  });
  const passed = job !== null && progress.data?.state === 'succeeded';
  const groups = useQuery({
    ...onboardingQueries.groups(workspace, tenantOf(values), job),
    enabled: passed,
  });
  const standing = standingOf(test, {
    progress: job === null ? undefined : progress.data,
    readAt: progress.dataUpdatedAt,
    trouble: progress.error
      ? { problem: problemOf(progress.error), final: isFinal(progress.error) }
      : undefined,
    groups: passed ? groups.data : undefined,
  });
  /** Sends the secret straight from the page's memory; the answer is a job to follow. */
  const ask = async () => {
    if (secret.state !== 'given') return;
    const askedAt = Date.now();
    dispatch({ type: 'test-asked', at: askedAt });
    try {
      const body = { ...tenantOf(values), secretValue: secret.value };
      const started = await call(onboardingEndpoints.testAzureConnection, { params: { workspace }, body });
      dispatch({ type: 'test-accepted', askedAt, ...started });
      rememberTest(place, tenantOf(values), { askedAt, ...started });
    } catch (error) {
      dispatch({ type: 'test-refused', askedAt, problem: problemOf(error) });
    }
  };
  return { standing, job, ask, wait: (waiting: boolean) => dispatch({ type: 'test-waiting', waiting }) };
}

/**
 * The names to choose the scope from. Without a test in this visit the gateway may know them from an earlier one: it
 * answers an empty list where it never read that tenant.
 */
export function useManagementGroups(
  workspace: string,
  wizard: AzureWizardState,
  { job, standing, read = true }: Pick<ConnectionTesting, 'job' | 'standing'> & { read?: boolean },
) {
  const tenant = tenantOf(wizard.values);
  const known = isUuid(tenant.tenantId) && isUuid(tenant.applicationId);
  const settled = standing.state === 'passed' || standing.state === 'untested';
  return useQuery({
    ...onboardingQueries.groups(workspace, tenant, standing.state === 'passed' ? job : null),
    enabled: read && known && settled,
  });
}
