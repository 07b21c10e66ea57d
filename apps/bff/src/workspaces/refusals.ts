/** What a workspace answers when it says no. */
import { Refusal } from '../ports/refusal.ts';

export function unknownWorkspace(): Refusal {
  return new Refusal('not-found', 'There is no such workspace.', {
    next: 'Go back to the list of workspaces.',
  });
}

export function nameTaken(): Refusal {
  return new Refusal('name-taken', 'Another workspace has this name already.', {
    kept: 'Nothing was saved.',
    next: 'Choose another name.',
    fields: { name: 'Another workspace has this name already.' },
  });
}

/** The saved secret belongs to one host and client id; this names which of them the change would leave. */
export function secretNeeded(before: { clientId: string }, after: { clientId: string }): Refusal {
  const what = before.clientId === after.clientId ? 'another host' : 'another client id';
  return new Refusal('secret-needed', `The saved secret cannot be used for ${what}.`, {
    kept: 'The workspace is as it was, and nothing was sent to the new address.',
    next: 'Enter the client secret again together with the change.',
    fields: { clientSecret: 'Enter the client secret again.' },
  });
}

export function secretUnreadable(): Refusal {
  return new Refusal('secret-needed', 'The saved secret of this workspace can no longer be opened.', {
    kept: 'Everything else of the workspace is as it was.',
    next: 'Enter the client secret again in the workspace’s settings; the console may have been started with other keys.',
  });
}

/** The ids and the credentials of what was asked for are those of the gateway that the workspace pointed to then. */
export function movedMeanwhile(): Refusal {
  return new Refusal('conflict', 'The workspace was pointed to another gateway while this was under way.', {
    kept: 'Nothing was sent, and the credentials entered are forgotten.',
    next: 'Check the workspace’s settings, then ask again and enter the credentials again.',
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
