/** How a person names a member that is to be attached: the two clouds have different calls. */
import { MemberName } from '@console/console-contract';

export const memberNames = {
  azure: {
    label: 'Connector id of the member',
    hint: 'The number under which the vendor knows the connector of one subscription.',
    wrong: 'Enter the connector’s id: digits only, for example 410238.',
  },
  aws: {
    label: 'UUID of the member',
    hint: 'The vendor’s own interface shows it among the details of the connector of one account.',
    wrong: 'Enter the connector’s UUID, for example 4f1d8b6c-2a97-4e35-b8c0-9d7e6f5a4b32.',
  },
};

/** What is wrong with it and what to do; `undefined` when it could be one. */
export function memberNameError(cloud: 'azure' | 'aws', member: string): string | undefined {
  const isUuid = member.includes('-');
  const fits = MemberName.safeParse(member).success && isUuid === (cloud === 'aws');
  return fits ? undefined : memberNames[cloud].wrong;
}
