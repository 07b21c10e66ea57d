import type { DraftContent, Editing } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { connectorListQuery } from '../../../shared/connectors/connector-list-query.ts';
import { SkeletonRows } from '../../../ui/status/page-states.tsx';
import { editingQueries } from '../editing/editing-queries.ts';
import { NotOpened } from '../editing/not-opened.tsx';
import { copyOf } from './copied-values.ts';

export interface CopySourceProps {
  source: ConnectorAddress;
  /** The wizard that begins with the copied values. */
  children: (content: DraftContent, of: string) => ReactNode;
}

/** Reads the connector that is copied. No draft is made of it: that is begun by the first change. */
export function CopySource({ source, children }: CopySourceProps) {
  const opened = useQuery(editingQueries.opened(source));
  const list = useQuery(connectorListQuery(source.workspace));
  if (opened.data === undefined && opened.error !== null) {
    const retry = () => void opened.refetch();
    return <NotOpened title="Clone" address={source} error={opened.error} onRetry={retry} />;
  }
  // The list shows which names are taken; without it the name's own check says so.
  if (opened.data === undefined || list.isLoading) {
    return <SkeletonRows label="Reading the connector to copy" rows={6} />;
  }
  const taken = (list.data?.connectors ?? []).filter(({ cloud }) => cloud === source.cloud);
  return (
    <Copied opened={opened.data} taken={taken.map(({ name }) => name)}>
      {(content) => children(content, source.id)}
    </Copied>
  );
}

/** The copy keeps its identity: as long as it does, nothing was typed. */
function Copied(props: {
  opened: Editing;
  taken: readonly string[];
  children: (content: DraftContent) => ReactNode;
}) {
  const [content] = useState(() => copyOf(props.opened, props.taken));
  return props.children(content);
}
