import { SkeletonRows } from '../../ui/status/page-states.tsx';

/** While the code of a page is on its way; drawn only when that takes long. */
export function PageWait() {
  return <SkeletonRows label="Loading the page" rows={5} />;
}
