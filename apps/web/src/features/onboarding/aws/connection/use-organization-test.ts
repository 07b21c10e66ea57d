import { type AwsTestRequest, onboardingEndpoints } from '@console/console-contract';
import { call } from '../../../../shared/console/console-client.ts';
import { problemOf } from '../../../../shared/console/console-problem.ts';
import type { WizardAddress } from '../../places.ts';
import { onboardingQueries } from '../../queries.ts';
import { type Connection, connectionOf } from '../aws-draft.ts';
import type { AwsForm, AwsWizardState, DispatchAws } from '../aws-form.ts';
import { testStanding } from '../aws-state.ts';
import type { OrganizationTesting } from './organization-test.ts';

/**
 * Asks the gateway to assume the organization's role; the external id goes straight from the form. Where it is left empty
 * the console takes the one it keeps for `connector`.
 */
export function useOrganizationTest(
  { workspace, connector }: Pick<WizardAddress, 'workspace' | 'connector'>,
  wizard: AwsWizardState,
  dispatch: DispatchAws,
): OrganizationTesting {
  const ask = async () => {
    const askedAt = Date.now();
    const connection = connectionOf(wizard.values);
    dispatch({ type: 'test-asked', at: askedAt, connection });
    try {
      const answer = await call(onboardingEndpoints.testAwsConnection, {
        params: { workspace },
        body: askedOf(connection, connector),
      });
      dispatch({ type: 'test-answered', askedAt, answer });
    } catch (error) {
      dispatch({ type: 'test-refused', askedAt, problem: problemOf(error) });
    }
  };
  return { standing: testStanding(wizard), ask };
}

function askedOf(connection: Connection, connector: string | undefined): AwsTestRequest {
  const { externalId, ...rest } = connection;
  return externalId === '' && connector !== undefined ? { ...rest, connector } : connection;
}

/** The units to choose from, read anew after each test. */
export function unitsAsked({ address, wizard: { values }, testing: { standing } }: AwsForm) {
  const { workspace } = address;
  const testedAt = standing.state === 'passed' ? standing.at : 0;
  const asked = { connectorName: values.name.trim(), rootId: values.rootId.trim() };
  return onboardingQueries.units(workspace, asked, testedAt);
}
