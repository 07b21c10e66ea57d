import { useEffect, useRef } from 'react';
import type { WizardStep } from './wizard-steps.ts';

/** Another step: the view to the top and the focus on its heading, so that it is announced. */
export function useStepFocus(step: WizardStep): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo(0, 0);
    document.getElementById('step-title')?.focus({ preventScroll: true });
  }, [step]);
}
