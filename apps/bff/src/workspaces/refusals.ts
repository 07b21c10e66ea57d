/** What a workspace answers when it says no. */
import { Refusal } from '../ports/refusal.ts';
import type { SecretOwner } from './sealing.ts';

/** The saved secret belongs to one host and client id; this names which of them the change would leave. */
export function secretNeeded(before: SecretOwner, after: Omit<SecretOwner, 'id'>): Refusal {
  const what = before.clientId === after.clientId ? 'another host' : 'another client id';
  return new Refusal('secret-needed', `The saved secret cannot be used for ${what}.`, {
    kept: 'The workspace is as it was, and nothing was sent to the new address.',
    next: 'Enter the client secret again together with the change.',
    fields: { clientSecret: 'Enter the client secret again.' },
  });
}

export function addressesMissing(missing: readonly string[]): Refusal {
  return new Refusal('invalid-request', 'A custom platform needs both addresses.', {
    kept: 'Nothing was saved.',
    next: 'Enter the API server and the gateway, or choose a known platform.',
    fields: Object.fromEntries(missing.map((field) => [field, 'Enter the address, such as https://host.'])),
  });
}

export function addressesFixed(given: readonly string[]): Refusal {
  return new Refusal('invalid-request', 'A known platform has fixed addresses.', {
    kept: 'Nothing was saved.',
    next: 'Leave the addresses out, or choose the platform “custom”.',
    fields: Object.fromEntries(given.map((field) => [field, 'Only a custom platform takes an address.'])),
  });
}
