import { type BulkKind, bulkEndpoints, kindOf, type Operation } from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../shared/console/console-client.ts';

/** A change of many connectors, as a user asks for it. */
export type BulkRequest = {
  workspace: string;
  kind: BulkKind;
  connectors: { cloud: 'azure' | 'aws'; id: string }[];
};

export const bulkQueries = {
  /** Asked each time the dialog opens: what would be left out changes with every other change. */
  preview: ({ workspace, kind, connectors }: BulkRequest) =>
    queryOptions({
      queryKey: ['bulk-preview', workspace, kind, connectors],
      queryFn: ({ signal }) =>
        call(bulkEndpoints.previewBulk, { params: { workspace }, body: { kind, connectors }, signal }),
      staleTime: 0,
      gcTime: 0,
      retry: false,
      refetchOnWindowFocus: false,
    }),
  /** `moved`: how many are settled, so that the list is read again when one more is. */
  items: (workspace: string, operation: string, moved: number) =>
    queryOptions({
      queryKey: ['operations', workspace, operation, 'items', moved],
      queryFn: ({ signal }) =>
        call(bulkEndpoints.listOperationItems, { params: { workspace, operation }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};

/** The number of connectors goes along where something is destroyed: it is what the user typed. */
export function startBulk({ workspace, kind, connectors }: BulkRequest, idempotencyKey: string) {
  const confirmation = kindOf(kind).confirmed ? { confirmation: connectors.length } : {};
  return call(bulkEndpoints.startBulk, {
    params: { workspace },
    body: { idempotencyKey, kind, connectors, ...confirmation },
  });
}

export type Steering = 'pause' | 'resume' | 'cancel';

export function steerBulk(
  { workspace, operation }: { workspace: string; operation: string },
  to: Steering,
): Promise<Operation> {
  return call(STEERING[to], { params: { workspace, operation } });
}

const STEERING = {
  pause: bulkEndpoints.pauseOperation,
  resume: bulkEndpoints.resumeOperation,
  cancel: bulkEndpoints.cancelOperation,
};

/** `confirmation`: where connectors are deleted, the number that was typed. */
export type RetryRequest = { workspace: string; operation: string; confirmation?: number };

export function retryFailed(request: RetryRequest, idempotencyKey: string): Promise<Operation> {
  const { workspace, operation, confirmation } = request;
  return call(bulkEndpoints.retryFailedItems, {
    params: { workspace, operation },
    body: { idempotencyKey, ...(confirmation === undefined ? {} : { confirmation }) },
  });
}
