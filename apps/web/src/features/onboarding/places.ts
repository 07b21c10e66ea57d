/** The addresses that this feature links to. */
import type { Cloud } from '@console/console-contract';
import type { WizardStep } from './wizard/wizard-steps.ts';

/**
 * Where a wizard stands: without a draft it keeps its step in the query, until the first change gives it one. `connector`
 * is the one it edits, `copyOf` the one it copies.
 */
export type WizardAddress = {
  workspace: string;
  cloud: Cloud;
  draft: string | null;
  connector?: string;
  copyOf?: string | undefined;
};

/** What a link to the list says of the wizard that was left by it. */
export const keptAsDraft = { keptAsDraft: true } as const;

export function tellsOfDraft(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'keptAsDraft' in state;
}

export const places = {
  connectors: (workspace: string) => `/w/${workspace}/connectors`,
  newConnector: (workspace: string) => `/w/${workspace}/connectors/new`,
  newOf: (workspace: string, cloud: Cloud) => `/w/${workspace}/connectors/new/${cloud}`,
  /** What the paths of all steps begin with. */
  wizard: ({ workspace, cloud, draft, connector, copyOf }: WizardAddress) => {
    if (draft !== null) return `/w/${workspace}/connectors/new/drafts/${draft}`;
    if (copyOf !== undefined) return `${places.connector(workspace, cloud, copyOf)}/clone`;
    if (connector === undefined) return places.newOf(workspace, cloud);
    return `${places.connector(workspace, cloud, connector)}/edit`;
  },
  step: (address: WizardAddress, step: WizardStep) => {
    const wizard = places.wizard(address);
    if (address.draft !== null) return `${wizard}/${step}`;
    return step === 'basics' ? wizard : `${wizard}?step=${step}`;
  },
  /** A step from which *Continue* leads back to the review. */
  edit: (address: WizardAddress, step: WizardStep): string =>
    withQuery(places.step(address, step), 'return=review'),
  /** What becomes of a connector that was asked for. */
  creation: (address: WizardAddress, operation: string): string =>
    places.following(places.step(address, 'review'), operation),
  /** A place that tells what becomes of an operation, beside what it shows anyway. */
  following: (place: string, operation: string): string => withQuery(place, `operation=${operation}`),
  activity: (workspace: string) => `/w/${workspace}/activity`,
  connector: (workspace: string, cloud: Cloud, id: string) => `/w/${workspace}/connectors/${cloud}/${id}`,
  lastJob: (workspace: string, cloud: Cloud, id: string) =>
    `/w/${workspace}/connectors/${cloud}/${id}/last-job`,
} as const;

function withQuery(place: string, query: string): string {
  return `${place}${place.includes('?') ? '&' : '?'}${query}`;
}
