import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { useRefusal, useWorkspace } from '../../../shared/session/signed-in.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { places, tellsOfDraft } from '../places.ts';
import { onboardingQueries } from '../queries.ts';
import { countText } from '../words.ts';

/** “2 drafts”, beside the way to a new connector; who has just left a wizard is told that what she typed is among them. */
export function DraftsLink() {
  const workspace = useWorkspace().id;
  const refused = useRefusal('connectors.onboard');
  const { state } = useLocation();
  const { data } = useQuery({ ...onboardingQueries.drafts(workspace), enabled: refused === undefined });
  const count = data?.drafts.length ?? 0;
  return (
    <>
      <span role="status" className="text-ink-2 text-sm empty:hidden">
        {tellsOfDraft(state) && count > 0 && 'Kept as a draft'}
      </span>
      {count > 0 && (
        <Link to={places.newConnector(workspace)} className={buttonClass('quiet')}>
          {countText(count, 'draft', 'drafts')}
        </Link>
      )}
    </>
  );
}
