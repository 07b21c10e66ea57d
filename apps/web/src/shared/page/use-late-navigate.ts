import { type NavigateOptions, useLocation, useNavigate } from 'react-router';
import { useStable } from '../../ui/timing/use-stable.ts';

/**
 * Leads to where an answer belongs that may come late, and nowhere once the person has gone to another page: not while the code of
 * that page is still coming either, when this one is drawn but the browser's address is the other's already.
 */
export function useLateNavigate() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return useStable((place: string, options?: NavigateOptions) => {
    if (isStillAt(pathname)) void navigate(place, options);
  });
}

/** Whether the browser's own address has this path; what is drawn may lag behind it. */
export function isStillAt(pathname: string): boolean {
  return window.location.pathname === pathname;
}
