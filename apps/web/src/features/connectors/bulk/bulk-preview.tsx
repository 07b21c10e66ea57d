import { type BulkPreview, kindOf } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { freshnessQuery } from '../../../shared/console/freshness-query.ts';
import { shortTimeText } from '../../../shared/text/clock-time.ts';
import type { BulkRequest } from './bulk-queries.ts';
import { connectorsText, jobsText, leftOutText, membersText, sendingText } from './bulk-words.ts';
import { NameList } from './name-list.tsx';

/** What would be done with what was chosen, how it is sent, and what is left out. */
export function Preview({ request, preview }: { request: BulkRequest; preview: BulkPreview }) {
  const { workspace, kind, connectors } = request;
  const { verb, confirmed } = kindOf(kind);
  const { will, skipped } = preview;
  return (
    <>
      <p className="m-0">
        {verb}s <b className="font-bold text-ink">{connectorsText(will)}</b>
        {confirmed ? ' at the vendor. This cannot be taken back.' : sendingText(sentTo(connectors, skipped))}
      </p>
      {confirmed && will > 0 && <Deleted workspace={workspace} preview={preview} />}
      {skipped.length > 0 && (
        <details>
          <summary className="cursor-pointer">
            {connectorsText(skipped.length)} left out: {leftOutText(kind, skipped)}.
          </summary>
          <NameList label="Left out" connectors={skipped.slice(0, MOST_NAMED)} of={skipped.length} />
        </details>
      )}
    </>
  );
}

const MOST_NAMED = 100;

/** How many of each cloud are not left out. */
function sentTo(chosen: BulkRequest['connectors'], skipped: BulkPreview['skipped']) {
  const of = (wanted: 'azure' | 'aws') =>
    chosen.filter(({ cloud }) => cloud === wanted).length -
    skipped.filter(({ cloud }) => cloud === wanted).length;
  return { azure: of('azure'), aws: of('aws') };
}

/** Which connectors are gone then, what becomes of their members, and how many are at work: by the list as it was read last. */
function Deleted({ workspace, preview }: { workspace: string; preview: BulkPreview }) {
  const { will, named, members, jobsUnderWay } = preview;
  const { data } = useQuery(freshnessQuery(workspace));
  return (
    <>
      <NameList label="What is deleted" connectors={named} of={will} />
      <p className="m-0">
        {membersText(members)} {jobsText(jobsUnderWay, will)}
      </p>
      <p className="m-0 text-ink-3 text-sm">
        {data?.asOf ? `As the list was read at ${shortTimeText(data.asOf)}.` : 'As the list was read last.'}
      </p>
    </>
  );
}
