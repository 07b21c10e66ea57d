import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ConfirmDialog } from '../../ui/dialogs/confirm-dialog.tsx';
import { guardLeaving } from './leaving.ts';

/** Asks before the page is left while it has unsaved changes. Who stays finds everything as it was. */
export function UnsavedChanges({ changed }: { changed: boolean }) {
  const [wanted, setWanted] = useState<{ go: () => void } | null>(null);
  const endGuard = useRef<() => void>(undefined);
  const navigate = useNavigate();
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps of a form are entries of the history, and the guard has to know at which of them it stands
  useEffect(() => {
    if (!changed) return;
    endGuard.current = guardLeaving({
      ask: (go) => setWanted({ go }),
      follow: (place) => void navigate(place),
    });
    return endGuard.current;
  }, [changed, navigate, key]);
  const leave = () => {
    setWanted(null);
    endGuard.current?.();
    wanted?.go();
  };
  return (
    <ConfirmDialog
      open={wanted !== null}
      onClose={() => setWanted(null)}
      onConfirm={leave}
      title="Unsaved changes"
      verb="Leave"
      stay="Stay"
    >
      <p className="m-0">What you changed on this page is not saved. Leaving loses it.</p>
    </ConfirmDialog>
  );
}
