import type { Scope } from '@console/console-contract';
import { useState } from 'react';
import { TextArea } from '../../../ui/fields/text-area.tsx';

export interface ScopeListsProps {
  scope: Scope;
  /** `group`, `unit` */
  noun: string;
  onChange: (scope: Scope) => void;
}

/** The scope as two lists of names, for a connector whose tree the gateway does not tell without a new test. */
export function ScopeLists({ scope, noun, onChange }: ScopeListsProps) {
  return (
    <div className="grid gap-4">
      <p className="m-0 text-ink-2 text-sm">
        The gateway lists {noun}s only after a connection test, so they are named here, one a line.
      </p>
      <NameList
        id="scope-included"
        label={`Included ${noun}s`}
        hint="None: everything is read."
        names={scope.included}
        onChange={(included) => onChange({ ...scope, included })}
      />
      <NameList
        id="scope-excluded"
        label={`Excluded ${noun}s`}
        hint="Excluding wins over including."
        names={scope.excluded}
        onChange={(excluded) => onChange({ ...scope, excluded })}
      />
    </div>
  );
}

type NameListProps = {
  id: string;
  label: string;
  hint: string;
  names: readonly string[];
  onChange: (names: string[]) => void;
};

/** The text stays as typed; the form holds what it means. */
function NameList({ id, label, hint, names, onChange }: NameListProps) {
  const [text, setText] = useState(names.join('\n'));
  const shown = namesIn(text).join('\n') === names.join('\n') ? text : names.join('\n');
  return (
    <TextArea
      id={id}
      label={label}
      hint={hint}
      optional
      mono
      rows={4}
      spellCheck={false}
      value={shown}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(namesIn(event.currentTarget.value));
      }}
    />
  );
}

function namesIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
