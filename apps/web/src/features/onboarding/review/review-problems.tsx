import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { FieldProblem } from '../field-checks.ts';
import { places, type WizardAddress } from '../places.ts';
import { titleOfStep } from '../wizard/wizard-steps.ts';

export interface ReviewProblemsProps {
  problems: readonly FieldProblem[];
  /** Counts the refusals: with each the list takes the focus again. */
  attempt: number;
  address: WizardAddress;
  /** “the connector from being created” */
  hindered?: string;
}

/** What still keeps it from happening, each a link to its step. Nothing without problems. */
export function ReviewProblems(props: ReviewProblemsProps) {
  const { problems, attempt, address, hindered = 'the connector from being created' } = props;
  const box = useRef<HTMLDivElement>(null);
  const answered = useRef(attempt);
  useEffect(() => {
    if (answered.current !== attempt) box.current?.focus();
    answered.current = attempt;
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-md border border-bad bg-bad-soft px-3 py-2.5 text-sm"
    >
      <p className="m-0 font-strong text-bad">
        {problems.length === 1 ? `One thing keeps ${hindered}` : `${problems.length} things keep ${hindered}`}
      </p>
      <ul className="m-0 mt-1 grid list-disc gap-0.5 pl-5">
        {problems.map(({ field, step, message }) => (
          <li key={field}>
            <Link
              to={places.edit(address, step)}
              className="inline-block py-0.5 align-top text-ink underline"
            >
              {titleOfStep(address.cloud, step)}: {message}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
