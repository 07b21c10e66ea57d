import { useNavigate, useSearchParams } from 'react-router';
import { places, type WizardAddress } from '../places.ts';
import type { WizardStep } from '../wizard-steps.ts';

/**
 * The operation that was asked for, as the address names it, so that a reload finds it again. The browser's Back does not
 * lead from it into the form: only a creation that did not happen does.
 */
export function useAskedOperation(address: WizardAddress) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  return {
    operation: search.get('operation'),
    /** `draft` may have been started a moment ago. */
    follow: (asked: string, draft: string | null) =>
      void navigate(places.creation({ ...address, draft }, asked), { replace: true }),
    goBack: (step: WizardStep) => {
      const place = step === 'review' ? places.step(address, step) : places.edit(address, step);
      void navigate(place, { replace: true });
    },
  };
}
