import { Fragment } from 'react';
import { numberText } from '../../ui/time/number-text.ts';

/** A unit of a cloud: its id, and what it is called where that is known. */
export interface NamedUnit {
  id: string;
  /** What it is where it is no unit: `Account`. */
  kind?: string | undefined;
  name?: string | undefined;
  /** The names of the units above it, from the root down. */
  above?: readonly string[] | undefined;
  /** A tree was read, and it is not there. */
  isMissing?: boolean | undefined;
}

/** What a unit is called, behind the names above it. */
export function UnitPath({ unit: { name, above = [] } }: { unit: NamedUnit }) {
  return (
    <>
      {above.map((unit, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path may name two units alike, and its parts are never moved
        <Fragment key={at}>
          <bdi className="text-ink-2">{unit}</bdi>
          <span className="text-ink-3"> / </span>
        </Fragment>
      ))}
      <bdi className="font-medium">{name}</bdi>
    </>
  );
}

/** One unit by its path and name, its id behind it. Without a name the id alone, and why where that is known. */
function UnitName({ unit }: { unit: NamedUnit }) {
  const { id, kind, name, isMissing = false } = unit;
  if (name !== undefined && name !== id) {
    return (
      <span className="wrap-anywhere">
        <UnitPath unit={unit} /> <bdi className="font-mono text-ink-3 text-xs">{id}</bdi>
      </span>
    );
  }
  return (
    <span className="wrap-anywhere">
      {kind} <bdi className="font-mono">{id}</bdi>
      {isMissing && <span className="text-warn"> not in the tree that was read</span>}
    </span>
  );
}

const MOST_SHOWN = 12;

/** The first dozen units, each on a line of its own, and how many more there are. */
export function UnitNames({ units }: { units: readonly NamedUnit[] }) {
  const more = units.length - MOST_SHOWN;
  return (
    <ul className="m-0 grid list-none gap-1 p-0">
      {units.slice(0, MOST_SHOWN).map((unit) => (
        <li key={unit.id}>
          <UnitName unit={unit} />
        </li>
      ))}
      {more > 0 && <li className="text-ink-3">and {numberText(more)} more</li>}
    </ul>
  );
}
