import { Link } from 'react-router';
import { usePage } from '../../shared/page/use-page.ts';
import { useWorkspace } from '../../shared/session/signed-in.tsx';
import { Breadcrumbs, PageHeader } from '../../ui/layout/page-header.tsx';
import { EmptyState } from '../../ui/status/page-states.tsx';
import { places } from './places.ts';

export interface ReadOnlyProps {
  /** What the page would be. */
  title: string;
  /** Which role it takes. */
  refused: string;
}

/** For who came by the address to what his role may not do. */
export function ReadOnly({ title, refused }: ReadOnlyProps) {
  usePage(title, 'Connectors');
  const workspace = useWorkspace().id;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={
          <Breadcrumbs>
            <Link to={places.connectors(workspace)}>Connectors</Link>
            <span aria-current="page">{title}</span>
          </Breadcrumbs>
        }
      />
      <EmptyState title="You have read-only access">{refused}</EmptyState>
    </>
  );
}
