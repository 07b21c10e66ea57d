import { Link } from 'react-router';
import { usePage } from '../shared/page/use-page.ts';
import { buttonClass } from '../ui/actions/button-class.ts';
import { PageHeader } from '../ui/layout/page-header.tsx';
import { paths } from './paths.ts';

/** An address that leads nowhere. It never repeats the address: the author of the link also wrote that text. */
export function NotFoundPage() {
  usePage('Not found');
  return (
    <div className="grid max-w-[60ch] justify-items-start gap-4">
      <PageHeader title="Nothing is here" />
      <p className="m-0 text-ink-2">
        The address leads to no page of this console. The link may be old, or what it led to may have been
        deleted.
      </p>
      <Link to={paths.home} className={buttonClass('primary')}>
        Go to the start
      </Link>
    </div>
  );
}
