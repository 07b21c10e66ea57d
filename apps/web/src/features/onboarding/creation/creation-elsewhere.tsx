import { Link } from 'react-router';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { Banner } from '../../../ui/status/banner.tsx';
import { places, type WizardAddress } from '../places.ts';
import type { CreationElsewhere } from './use-creation-elsewhere.ts';

export interface CreationElsewhereNoticeProps {
  address: WizardAddress;
  creation: CreationElsewhere | null;
}

/** That the connector of this draft was asked for already, and the way to what becomes of it. Nothing where it was not. */
export function CreationElsewhereNotice({ address, creation }: CreationElsewhereNoticeProps) {
  if (creation === null) return null;
  const { operation, name, by, ofThisDraft, became } = creation;
  if (became !== null) {
    return (
      <Banner
        tone="ok"
        title={`“${name}” was created from this draft`}
        action={
          <Link to={places.connector(address.workspace, became.cloud, became.id)} className={LOOK}>
            Open the connector
          </Link>
        }
      >
        {by} asked for it. What you changed here afterwards is not part of it.
      </Banner>
    );
  }
  return (
    <Banner
      tone="info"
      title={ofThisDraft ? `“${name}” is being created` : `A connector called “${name}” is being created`}
      action={
        <Link to={places.creation(address, operation)} className={LOOK}>
          See how far it is
        </Link>
      }
    >
      {by} asked for it.{' '}
      {ofThisDraft
        ? 'What you change here now is not part of it.'
        : 'Each name can be used once: choose another one, or wait for what comes of it.'}
    </Banner>
  );
}

const LOOK = buttonClass('plain', 'sm');
