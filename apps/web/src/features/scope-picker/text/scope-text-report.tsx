import type { ReactNode } from 'react';
import { Banner } from '../../../ui/status/banner.tsx';
import { numberText } from '../../../ui/time/number-text.ts';
import type { TextProblem } from '../rules/scope-lists.ts';
import type { ScopeLabels } from '../scope-labels.ts';
import type { UnknownUnit } from './scope-text-reading.ts';

interface LineFinder {
  /** Absent where the lines are not in sight. */
  onShowLine?: ((line: number) => void) | undefined;
}

/** What keeps the text from being applied, line by line. */
export function TextProblems({ problems, onShowLine }: LineFinder & { problems: readonly TextProblem[] }) {
  const title =
    problems.length === 1 ? 'One thing is wrong' : `${numberText(problems.length)} things are wrong`;
  return (
    <Banner tone="bad" title={`${title}; what you typed is kept`}>
      <LineList
        entries={problems.map(({ line, message }) => ({ line, says: message }))}
        onShowLine={onShowLine}
      />
    </Banner>
  );
}

interface UnknownUnitsProps extends LineFinder {
  unknown: readonly UnknownUnit[];
  labels: ScopeLabels;
}

/** Units that the tree does not have: applied as they are, because the tree may be the one that is behind. */
export function UnknownUnits({ unknown, labels, onShowLine }: UnknownUnitsProps) {
  const what =
    unknown.length === 1 ? `One ${labels.unit} is` : `${numberText(unknown.length)} ${labels.units} are`;
  const entries = unknown.map(({ id, line, meant }) => ({
    line,
    says: (
      <>
        <span className="break-all font-mono">{id}</span>
        {meant && (
          <>
            {meant.isSpelling ? ' differs in letter case or spaces from ' : ' is a name; its id is '}
            <span className="break-all font-mono">{meant.id}</span>
          </>
        )}
      </>
    ),
  }));
  return (
    <Banner tone="warn" title={`${what} not in the tree that was read`}>
      <p className="m-0 mb-1">
        {unknown.length === 1
          ? 'It may be new, gone or mistyped. Applied, it is kept in the scope and flagged.'
          : 'They may be new, gone or mistyped. Applied, they are kept in the scope and flagged.'}
      </p>
      <LineList entries={entries} onShowLine={onShowLine} />
    </Banner>
  );
}

/** More lines than this at once are no help; the next ones show when these are mended. */
const MOST_SHOWN = 200;

function LineList(props: LineFinder & { entries: readonly { line: number | null; says: ReactNode }[] }) {
  const { entries, onShowLine } = props;
  const more = entries.length - MOST_SHOWN;
  return (
    <ul className="m-0 grid max-h-48 list-none gap-0.5 overflow-auto p-0">
      {entries.slice(0, MOST_SHOWN).map(({ line, says }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be alike, and none is ever moved
        <li key={at} className="flex min-h-6 flex-wrap items-baseline gap-x-2">
          {line !== null && <LineName line={line} onShowLine={onShowLine} />}
          <span className="min-w-0 flex-1">{says}</span>
        </li>
      ))}
      {more > 0 && <li>and {numberText(more)} more</li>}
    </ul>
  );
}

function LineName({ line, onShowLine }: LineFinder & { line: number }) {
  const name = `Line ${numberText(line)}`;
  if (!onShowLine) return <span className="font-strong">{name}</span>;
  return (
    <button
      type="button"
      className="min-h-6 rounded-sm font-strong underline"
      onClick={() => onShowLine(line)}
    >
      {name}
    </button>
  );
}
