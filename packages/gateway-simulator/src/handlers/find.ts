/** Looking things up, and refusing what is not there. */
import type { Call } from '../http/call.ts';
import { conflict, notFound, Refusal } from '../http/reply.ts';
import { licenceExhausted } from '../world/provider-errors.ts';
import { type AwsConnector, type AzureConnector, licencesUsed, type Member } from '../world/world.ts';

export function azureConnector({ world }: Call, id: number): AzureConnector {
  const connector = world.connectors.get(id);
  if (connector?.cloud !== 'azure') throw notFound(`The organization connector ${id}`);
  return connector;
}

export function awsConnector({ world }: Call, id: number): AwsConnector {
  const connector = world.connectors.get(id);
  if (connector?.cloud !== 'aws') throw notFound(`The organization connector ${id}`);
  return connector;
}

export function memberById({ world }: Call, id: number, cloud: Member['cloud']): Member {
  const member = world.members.get(id);
  if (member?.cloud !== cloud) throw notFound(`The connector ${id}`);
  return member;
}

export function awsMemberByUuid({ world }: Call, uuid: string): Member {
  const member = [...world.members.values()].find(
    (candidate) => candidate.uuid === uuid.toLowerCase() && candidate.cloud === 'aws',
  );
  if (!member) throw notFound(`The connector ${uuid}`);
  return member;
}

/** Names are unique within a cloud, whatever their case. */
export function refuseTakenName({ world }: Call, cloud: Member['cloud'], name: string): void {
  const taken = [...world.connectors.values()].some(
    (other) => other.cloud === cloud && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw conflict(`An organization connector with the name "${name}" is already present.`);
}

export function refuseBeyondLicence({ world, settings }: Call): void {
  if (licencesUsed(world) >= settings.licenceLimit) throw new Refusal(403, 'FORBIDDEN', licenceExhausted);
}
