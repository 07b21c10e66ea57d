import { type Cloud, differingFields, type Scope } from '@console/console-contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { shortTimeText } from '../../../shared/text/clock-time.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { ChangeTable } from './change-table.tsx';
import { type EditedValues, type EditField, fieldsNamed, textOf } from './edit-fields.ts';
import type { Author } from './who-changed.ts';

export interface EditConflictProps {
  cloud: Cloud;
  opened: EditedValues;
  theirs: EditedValues;
  mine: EditedValues;
  author: Author | null;
  /** Draws a scope with what its units are called. */
  drawScope: (scope: Scope) => ReactNode;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Another user changed the connector meanwhile: both versions side by side, and the two ways on. */
export function EditConflict(props: EditConflictProps) {
  const { cloud, opened, theirs, mine, author, drawScope, onKeepMine, onTakeTheirs } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const names = new Set([...differingFields(opened, theirs), ...differingFields(opened, mine)]);
  // The same value chosen by both is no disagreement.
  const both = [differingFields(opened, mine), differingFields(theirs, mine)].reduce(
    (left, names) => left.filter((field) => names.includes(field)),
    differingFields(opened, theirs),
  );
  const cellOf = (field: EditField, values: EditedValues) =>
    field.name === 'scope' && values.scope !== null ? drawScope(values.scope) : textOf(field, values);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Banner
        tone="warn"
        title={
          author === null
            ? 'This connector was changed after you opened it'
            : `${author.name} changed this connector after you opened it`
        }
      >
        <div className="grid gap-3">
          <p className="m-0">
            {author && `It was saved through this console at ${shortTimeText(author.at)}. `}
            Nothing of yours was sent, and everything you entered is still here.{' '}
            {both.length === 0
              ? 'Nothing of it contradicts theirs, so both can be kept.'
              : `You both changed, each in another way: ${fieldsNamed(cloud, both)
                  .map(({ label }) => label)
                  .join(', ')}.`}
          </p>
          <ChangeTable
            label="Both versions"
            columns={['Field', 'When you opened it', 'There now', 'Yours']}
            rows={fieldsNamed(cloud, [...names]).map((field) => ({
              id: field.name,
              cells: [field.label, cellOf(field, opened), cellOf(field, theirs), cellOf(field, mine)],
            }))}
          />
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={onKeepMine}>
              Put my changes on top of theirs
            </Button>
            <Button size="sm" onClick={onTakeTheirs}>
              Discard mine
            </Button>
          </div>
        </div>
      </Banner>
    </div>
  );
}
