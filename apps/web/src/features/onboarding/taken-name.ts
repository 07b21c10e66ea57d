import { type Connector, comparableName } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { connectorListQuery } from '../../shared/connectors/connector-list-query.ts';
import type { FieldProblem } from './field-checks.ts';
import type { WizardAddress } from './places.ts';

/** That the name is taken, before it is sent. As long as the list is not there nothing is: the console looks once more when asked. */
export function useTakenName({ workspace, cloud, connector }: WizardAddress, name: string): FieldProblem[] {
  const { data } = useQuery(connectorListQuery(workspace));
  const others = data?.connectors.filter((one) => one.cloud !== cloud || one.id !== connector) ?? [];
  const message = takenNameProblem(others, { cloud, name });
  return message === undefined ? [] : [{ field: 'name', step: 'basics', message }];
}

/** A cloud takes each name once in a subscription: the gateway and the console refuse a second one (409). */
export function takenNameProblem(
  others: readonly Pick<Connector, 'cloud' | 'name'>[],
  { cloud, name }: Pick<Connector, 'cloud' | 'name'>,
): string | undefined {
  const wanted = comparableName(name);
  const isTaken =
    wanted !== '' && others.some((one) => one.cloud === cloud && comparableName(one.name) === wanted);
  return isTaken ? 'A connector of this workspace has this name already. Choose another one.' : undefined;
}
