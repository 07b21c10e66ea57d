/** What stands in the code for a value that is not known yet. */
export interface Blank {
  /** `<ROLE_NAME>` */
  placeholder: string;
  /** Where it comes from, in the words of the form. */
  source: string;
}

/** Every value as text, and which of them are placeholders, so that they can be listed above the code. */
export interface Filled<Name extends string> {
  text: Record<Name, string>;
  missing: Blank[];
}

/** What `values` holds beside the names of `blanks` is left out. */
export function fillIn<Name extends string>(
  blanks: Record<Name, Blank>,
  values: Record<Name, string | null>,
): Filled<Name> {
  const missing: Blank[] = [];
  const text: Partial<Record<Name, string>> = {};
  for (const name in blanks) {
    const value = values[name];
    text[name] = value ?? blanks[name].placeholder;
    if (value === null) missing.push(blanks[name]);
  }
  return { text: text as Record<Name, string>, missing };
}
