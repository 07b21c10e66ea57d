import { useNavigate, useSearchParams } from 'react-router';
import { noteAsked } from '../../../shared/operations/asked-changes.ts';
import { places, type WizardAddress } from '../places.ts';
import type { WizardStep } from '../wizard/wizard-steps.ts';

/**
 * The operation that was asked for, as the address names it, so that a reload finds it again. The browser's Back does not
 * lead from it into the form: only a creation that did not happen does.
 */
export function useAskedOperation(address: WizardAddress) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  return {
    operation: search.get('operation'),
    /** `draft` may have been started a moment ago. A user who has left the wizard meanwhile is not fetched back, but told of trouble. */
    follow: (asked: string, draft: string | null) => {
      const sent = { ...address, draft };
      const isHere = [address, sent].some((one) => window.location.pathname.startsWith(places.wizard(one)));
      if (isHere) void navigate(places.creation(sent, asked), { replace: true });
      else noteAsked(address.workspace, asked);
    },
    goBack: (step: WizardStep) => {
      const place = step === 'review' ? places.step(address, step) : places.edit(address, step);
      void navigate(place, { replace: true });
    },
  };
}
