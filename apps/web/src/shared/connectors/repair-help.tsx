import type { NamedPlace, Repair } from '@console/console-contract';
import type { ReactNode } from 'react';
import { CopyButton } from '../../ui/actions/copy-button.tsx';
import { CodeBlock } from '../../ui/layout/code-block.tsx';

const KINDS: Record<NamedPlace['kind'], string> = {
  subscription: 'Subscription',
  group: 'Management group',
  account: 'Account',
  unit: 'Unit',
};

/** The accounts, units and groups that a message names, ready to copy; `after` is what leads on from one. */
export function NamedPlaces({
  named,
  after,
}: {
  named: readonly NamedPlace[];
  after?: (place: NamedPlace) => ReactNode;
}) {
  if (named.length === 0) return null;
  return (
    <ul aria-label="Named by the message" className="m-0 grid list-none gap-0.5 p-0">
      {named.map((place) => (
        <li key={`${place.kind} ${place.id}`} className="flex min-w-0 flex-wrap items-center gap-x-1.5">
          <span className="text-ink-3">{KINDS[place.kind]}</span>
          <code className="wrap-anywhere font-mono">
            <bdi>{place.id}</bdi>
          </code>
          <CopyButton text={place.id} label={`Copy ${KINDS[place.kind].toLowerCase()}`} iconOnly />
          {after?.(place)}
        </li>
      ))}
    </ul>
  );
}

/** Lines for the cloud's command line with the connector's own ids in them, closed until they are asked for. */
export function RepairCommands({ commands }: Pick<Repair, 'commands'>) {
  if (commands.length === 0) return null;
  return (
    <details>
      <summary className="w-fit py-0.5 font-strong">
        {commands.length === 1 ? 'A command to copy' : `${commands.length} commands to copy`}
      </summary>
      <div className="mt-2 grid gap-3">
        {commands.map(({ title, text, missing }) => (
          <div key={title} className="grid gap-1">
            <p className="m-0 text-ink-2 text-sm">
              {title}
              {missing.length > 0 && `. Put in what is not known here: ${missing.join(', ')}`}
            </p>
            <CodeBlock label={title} code={text} />
          </div>
        ))}
      </div>
    </details>
  );
}
