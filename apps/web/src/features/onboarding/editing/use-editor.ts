import type { Editing, Operation } from '@console/console-contract';
import { useState } from 'react';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { useLateNavigate } from '../../../shared/page/use-late-navigate.ts';
import { places } from '../places.ts';
import { readEditing } from './editing-queries.ts';
import { type Author, readAuthor } from './who-changed.ts';

export type Versions<Opened> = {
  /** What the edit is made on. */
  basis: Opened;
  /** What another user has made of the connector meanwhile, until this one has decided. */
  theirs: Opened | null;
  /** Who made their version, as far as the console knows. */
  author: Author | null;
  /** From here on the edit is made on their version. */
  settle: () => void;
  onConflict: () => Promise<void>;
  onSaved: (operation: Operation) => void;
};

/** The version that an edit is made on, and the newer one after a conflict. `openedIn` takes what is read as one of its cloud. */
export function useVersions<Opened extends { asOf: string }>(
  opened: Opened,
  address: ConnectorAddress,
  openedIn: (read: Editing) => Opened | undefined,
): Versions<Opened> {
  const [basis, setBasis] = useState(opened);
  const [theirs, setTheirs] = useState<Opened | null>(null);
  const [author, setAuthor] = useState<Author | null>(null);
  const navigate = useLateNavigate();
  return {
    basis,
    theirs,
    author,
    settle: () => {
      if (theirs !== null) setBasis(theirs);
      setTheirs(null);
    },
    onConflict: async () => {
      const [now, by] = await Promise.all([readEditing(address), readAuthor(address, basis.asOf)]);
      setAuthor(by);
      setTheirs(openedIn(now) ?? null);
    },
    onSaved: (operation) => {
      const { workspace, cloud, id } = address;
      navigate(places.following(places.connector(workspace, cloud, id), operation.id));
    },
  };
}
