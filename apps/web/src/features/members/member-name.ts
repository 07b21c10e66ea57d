/** How a person names a member that is to be attached or detached: every call of the two clouds has its own way. */
import { ConnectorId, invisibleCharacterProblem, MemberName } from '@console/console-contract';

const label = 'Connector id of the member';
const wrong = 'Enter the connector’s id: digits only, for example 410238.';

export const memberNames = {
  azure: {
    label,
    hint: 'The number under which the vendor knows the connector of one subscription.',
    wrong,
    notKnown: 'The gateway knows no connector with this id',
  },
  aws: {
    label: 'UUID of the member',
    hint: 'The vendor’s own interface shows it among the details of the connector of one account.',
    wrong: 'Enter the connector’s UUID, for example 4f1d8b6c-2a97-4e35-b8c0-9d7e6f5a4b32.',
    notKnown: 'The gateway knows no connector with this UUID',
  },
};

/** AWS attaches by UUID and detaches by id (W8), and no call tells one from the other. */
export const awsMemberId = {
  label,
  hint: 'Not its UUID: the number under which the vendor’s own interface shows the connector of one account.',
  wrong,
};

/** `typed` as it stands in the field: white space around it is not looked at, but an invisible character is named. */
export function awsMemberIdError(typed: string): string | undefined {
  const fits = ConnectorId.safeParse(typed.trim()).success;
  return invisibleCharacterProblem(typed) ?? (fits ? undefined : awsMemberId.wrong);
}

/** What is wrong with what was `typed` and what to do; `undefined` when it could be one. */
export function memberNameError(cloud: 'azure' | 'aws', typed: string): string | undefined {
  const isUuid = typed.includes('-');
  const fits = MemberName.safeParse(typed).success && isUuid === (cloud === 'aws');
  return invisibleCharacterProblem(typed) ?? (fits ? undefined : memberNames[cloud].wrong);
}
