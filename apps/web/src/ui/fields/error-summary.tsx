import { useEffect, useRef } from 'react';

export interface ErrorSummaryProps {
  /** "Two things keep this step from being complete" */
  title: string;
  /** `field` is the id or the name of the control that the link goes to. */
  errors: readonly { field: string; message: string }[];
  /** Raise it with every refused submit: the summary takes the focus again. */
  attempt?: number | undefined;
}

/** The list of everything wrong with a form, each a link to its field. Nothing without errors. */
export function ErrorSummary({ title, errors, attempt = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const empty = errors.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt must move the focus even when nothing else changed
  useEffect(() => {
    if (!empty) box.current?.focus();
  }, [attempt, empty]);
  if (empty) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-md border border-bad bg-bad-soft px-3 py-2.5 text-sm"
    >
      <p className="m-0 font-strong text-bad">{title}</p>
      <ul className="m-0 mt-1 grid list-disc gap-0.5 pl-5">
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a
              href={`#${field}`}
              className="inline-block py-0.5 align-top text-ink underline"
              onClick={(event) => {
                event.preventDefault();
                focusField(field);
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(field: string) {
  const control = document.getElementById(field) ?? document.getElementsByName(field)[0];
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
}
