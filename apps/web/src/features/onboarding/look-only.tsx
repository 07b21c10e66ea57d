import { usePage } from '../../shared/use-page.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/page-states.tsx';

export interface LookOnlyProps {
  /** What the page would be. */
  title: string;
  /** “edit connectors” */
  forbidden: string;
  /** Which role it takes. */
  refused: string;
}

/** For who came by the address to what his role may not do. */
export function LookOnly({ title, forbidden, refused }: LookOnlyProps) {
  usePage(title, 'Connectors');
  return (
    <>
      <PageHeader title={title} />
      <EmptyState title={`You may look, not ${forbidden}`}>{refused}</EmptyState>
    </>
  );
}
