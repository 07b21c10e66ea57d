import { onboardingEndpoints } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../../shared/console-client.ts';
import { problemOf } from '../../../../shared/console-problem.ts';
import { onboardingQueries } from '../../queries.ts';
import { connectionOf } from '../aws-draft.ts';
import { type AwsWizardState, type DispatchAws, testStanding } from '../aws-state.ts';
import { rememberTest } from './remembered-test.ts';

export type OrganizationTesting = ReturnType<typeof useOrganizationTest>;

/** Asks the gateway to assume the organization's role; the external id goes straight from the form. */
export function useOrganizationTest(workspace: string, wizard: AwsWizardState, dispatch: DispatchAws) {
  const ask = async () => {
    const askedAt = Date.now();
    const connection = connectionOf(wizard.values);
    dispatch({ type: 'test-asked', at: askedAt, connection });
    try {
      const answer = await call(onboardingEndpoints.testAwsConnection, {
        params: { workspace },
        body: connection,
      });
      dispatch({ type: 'test-answered', askedAt, answer });
      if (answer.state === 'succeeded') rememberTest(workspace, connection, Date.parse(answer.at));
    } catch (error) {
      dispatch({ type: 'test-refused', askedAt, problem: problemOf(error) });
    }
  };
  return { standing: testStanding(wizard), ask };
}

/** The units to choose from, read anew after each test. */
export function useOrganizationalUnits(workspace: string, { values }: AwsWizardState, testedAt: number) {
  const asked = { connectorName: values.name.trim(), rootId: values.rootId.trim() };
  return useQuery(onboardingQueries.units(workspace, asked, testedAt));
}
