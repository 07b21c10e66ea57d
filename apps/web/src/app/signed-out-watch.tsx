import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { onSignedOut } from '../shared/session/signed-out.ts';
import { paths } from './paths.ts';

/** When any call learns that the session is over, the sign-in page opens and knows where to return to. */
export function SignedOutWatch() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onSignedOut(() => {
        const { pathname, search, hash } = window.location;
        if (pathname === paths.signIn()) return;
        void queryClient.cancelQueries();
        void navigate(paths.signIn(pathname + search + hash), { replace: true });
      }),
    [navigate, queryClient],
  );
  return null;
}
