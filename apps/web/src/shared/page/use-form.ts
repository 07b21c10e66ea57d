import { type ChangeEvent, type FormEvent, useEffect, useState } from 'react';

export type FormErrors<Values> = Partial<Record<keyof Values & string, string>>;

export interface FormOptions<Values extends Record<string, string>> {
  initial: Values;
  /** What is wrong and what to do, by field. */
  validate: (values: Values) => FormErrors<Values>;
  onSubmit: (values: Values) => void;
}

/**
 * A form of text fields: a field is checked when it is left, then at every key while it is wrong, and all of them on
 * submit, which moves the focus to the first that is wrong. What the server says of a field comes in by `refused`.
 */
export function useForm<Values extends Record<string, string>>(
  options: FormOptions<Values>,
  refused: Readonly<Record<string, string>> = NOTHING,
) {
  const [values, setValues] = useState(options.initial);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  /** Server messages hold until their field is changed. */
  const [answered, setAnswered] = useState<{ refused: object; changed: ReadonlySet<string> }>({
    refused,
    changed: new Set(),
  });
  const changed = answered.refused === refused ? answered.changed : new Set<string>();
  const errors = options.validate(values);
  useEffect(() => {
    const [first] = Object.keys(refused);
    if (first !== undefined) document.getElementsByName(first)[0]?.focus();
  }, [refused]);

  const errorOf = (name: keyof Values & string): string | undefined => {
    const own = checked.has(name) ? errors[name] : undefined;
    return own ?? (changed.has(name) ? undefined : refused[name]);
  };
  const set = (name: keyof Values & string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setAnswered({ refused, changed: new Set([...changed, name]) });
  };
  const field = (name: keyof Values & string) => ({
    name,
    value: values[name],
    error: errorOf(name),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      set(name, event.currentTarget.value),
    onBlur: () => {
      if (values[name] !== '') setChecked((before) => new Set([...before, name]));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(new Set(Object.keys(values)));
    const [wrong] = Object.keys(values).filter((name) => errors[name] !== undefined);
    if (wrong === undefined) options.onSubmit(values);
    else focusField(event.currentTarget, wrong);
  };
  return { values, set, field, submit };
}

/** One object for all, so that its identity tells when an answer is new. */
const NOTHING = {};

function focusField(form: HTMLFormElement, name: string): void {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
}
