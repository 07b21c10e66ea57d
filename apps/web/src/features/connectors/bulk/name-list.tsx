import type { Cloud } from '@console/console-contract';
import { numberText } from '../../../ui/time/number-text.ts';
import { memberCount } from './bulk-words.ts';

interface NamedConnector {
  cloud: Cloud;
  id: string;
  /** `null` where the console does not know it any more. */
  name: string | null;
  members?: number | null;
}

export interface NameListProps {
  label: string;
  /** The first of them. */
  connectors: readonly NamedConnector[];
  /** How many they are. */
  of: number;
}

/** Connectors by name, each with the members that it has, and how many more there are. */
export function NameList({ label, connectors, of }: NameListProps) {
  const more = of - connectors.length;
  return (
    <ul
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keys, too
      tabIndex={0}
      // Its frame says that there is more than is seen.
      className="m-0 mt-1 max-h-40 list-disc space-y-0.5 overflow-auto rounded-md border border-line py-1.5 pr-2 pl-7 text-sm"
    >
      {connectors.map(({ cloud, id, name, members }) => (
        <li key={`${cloud}/${id}`} className="wrap-anywhere">
          <bdi>{name ?? id}</bdi>
          {members ? <span className="text-ink-3"> · {memberCount(members)}</span> : null}
        </li>
      ))}
      {more > 0 && <li>and {numberText(more)} more</li>}
    </ul>
  );
}
