import type { AzureStep } from '@console/console-contract';
import { useEffect, useRef } from 'react';

/** Another step: the view to the top and the focus on its heading, so that it is announced. */
export function useStepFocus(step: AzureStep): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo(0, 0);
    document.getElementById('step-title')?.focus({ preventScroll: true });
  }, [step]);
}
