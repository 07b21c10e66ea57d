import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { places, type WizardAddress } from '../places.ts';
import type { WizardStep } from '../wizard-steps.ts';

/**
 * The operation that was asked for, also in the address, so that a reload finds it again. The browser's Back does not
 * lead from it into the form: only a creation that did not happen does.
 */
export function useAskedOperation(address: WizardAddress) {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const [operation, setOperation] = useState(search.get('operation'));
  const follow = (asked: string) => {
    setOperation(asked);
    setSearch({ operation: asked }, { replace: true });
  };
  const goBack = (step: WizardStep) => {
    setOperation(null);
    const place = step === 'review' ? places.step(address, step) : places.edit(address, step);
    void navigate(place, { replace: true });
  };
  return { operation, follow, goBack };
}
