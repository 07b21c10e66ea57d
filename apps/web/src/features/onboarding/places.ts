/** The addresses that this feature links to. */
import type { AzureStep } from '@console/console-contract';

export const places = {
  connectors: (workspace: string) => `/w/${workspace}/connectors`,
  newConnector: (workspace: string) => `/w/${workspace}/connectors/new`,
  /** A wizard without a draft keeps its step in the query, until the first change gives it a draft of its own. */
  step: (workspace: string, draft: string | null, step: AzureStep) =>
    draft === null
      ? `/w/${workspace}/connectors/new/azure${step === 'basics' ? '' : `?step=${step}`}`
      : `/w/${workspace}/connectors/new/drafts/${draft}/${step}`,
  /** A step from which *Continue* leads back to the review. */
  edit: (workspace: string, draft: string | null, step: AzureStep): string => {
    const place = places.step(workspace, draft, step);
    return `${place}${place.includes('?') ? '&' : '?'}return=review`;
  },
  connector: (workspace: string, id: string) => `/w/${workspace}/connectors/azure/${id}`,
  lastJob: (workspace: string, id: string) => `/w/${workspace}/connectors/azure/${id}/last-job`,
} as const;
