import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { ErrorBoundary } from '../../shared/page/error-boundary.tsx';
import { PageWait } from './page-wait.tsx';

/** The place of the page inside a shell: waits for its code, and keeps its faults away from the navigation. */
export function PageFrame() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary place={pathname}>
      <Suspense fallback={<PageWait />}>
        <Outlet />
      </Suspense>
    </ErrorBoundary>
  );
}
