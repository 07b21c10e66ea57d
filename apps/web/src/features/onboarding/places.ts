/** The addresses that this feature links to. */
import type { Cloud } from '@console/console-contract';
import type { WizardStep } from './wizard-steps.ts';

/** Where a wizard stands: without a draft it keeps its step in the query, until the first change gives it one. */
export type WizardAddress = { workspace: string; cloud: Cloud; draft: string | null };

export const places = {
  connectors: (workspace: string) => `/w/${workspace}/connectors`,
  newConnector: (workspace: string) => `/w/${workspace}/connectors/new`,
  newOf: (workspace: string, cloud: Cloud) => `/w/${workspace}/connectors/new/${cloud}`,
  step: ({ workspace, cloud, draft }: WizardAddress, step: WizardStep) =>
    draft === null
      ? `${places.newOf(workspace, cloud)}${step === 'basics' ? '' : `?step=${step}`}`
      : `/w/${workspace}/connectors/new/drafts/${draft}/${step}`,
  /** A step from which *Continue* leads back to the review. */
  edit: (address: WizardAddress, step: WizardStep): string => {
    const place = places.step(address, step);
    return `${place}${place.includes('?') ? '&' : '?'}return=review`;
  },
  connector: (workspace: string, cloud: Cloud, id: string) => `/w/${workspace}/connectors/${cloud}/${id}`,
  lastJob: (workspace: string, cloud: Cloud, id: string) =>
    `/w/${workspace}/connectors/${cloud}/${id}/last-job`,
} as const;
