import { Link } from 'react-router';
import { useWorkspace } from '../../shared/signed-in.tsx';
import { usePage } from '../../shared/use-page.ts';
import { Breadcrumbs, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/page-states.tsx';
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
