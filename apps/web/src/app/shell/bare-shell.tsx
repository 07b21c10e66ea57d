import { Link } from 'react-router';
import { SkipLink } from '../../ui/layout/skip-link.tsx';
import { paths } from '../paths.ts';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { PageFrame } from './page-frame.tsx';

/** Around pages that belong to no workspace: no navigation, since there is nothing yet to navigate. */
export function BareShell() {
  return (
    <>
      <SkipLink />
      <header
        data-top-bar=""
        className="flex h-12 items-center justify-between border-line border-b bg-surface px-6 max-sm:px-4"
      >
        <Link to={paths.home} className="inline-flex text-ink no-underline">
          <Brand />
        </Link>
        <AccountMenu />
      </header>
      <main id="main" className="mx-auto grid w-full max-w-[808px] content-start gap-4 p-6 max-sm:p-4">
        <OfflineBanner />
        <PageFrame />
      </main>
    </>
  );
}
