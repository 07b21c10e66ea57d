import type { JobError, LikelyCause } from '@console/console-contract';
import ExternalLink from 'lucide-react/icons/external-link';
import { NamedPlaces, RepairCommands } from '../../shared/connectors/repair-help.tsx';
import { buttonClass } from '../../ui/actions/button-class.ts';
import { CopyButton } from '../../ui/actions/copy-button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Pill } from '../../ui/status/pill.tsx';
import { StatusBadge } from '../../ui/status/status-badge.tsx';
import { numberText } from '../../ui/time/number-text.ts';
import { RelativeTime } from '../../ui/time/relative-time.tsx';

/** One error: what it most likely means and how to fix it, then the message as it came. */
export function JobErrorCard({ error }: { error: JobError }) {
  const { likelyCause, type, message, at, times } = error;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2.5">
          <StatusBadge kind="bad">{likelyCause ? 'Likely cause' : 'Error'}</StatusBadge>
          <bdi>{likelyCause?.title ?? type ?? 'No explanation is known'}</bdi>
          {likelyCause && <Pill>{KINDS[likelyCause.kind]}</Pill>}
          {times !== undefined && <Pill>{numberText(times)} times</Pill>}
        </span>
      }
      actions={at && <span className="text-ink-3 text-sm">{<RelativeTime at={at} />}</span>}
    >
      <div className="grid gap-3">
        {likelyCause && <Explanation cause={likelyCause} />}
        <figure className="m-0 grid gap-1">
          <figcaption className="text-ink-3 text-xs">
            The message as it came{type && likelyCause ? <>, of the type {type}</> : null}
          </figcaption>
          <div className="flex min-w-0 items-start rounded-md bg-sunken">
            <pre className="wrap-anywhere m-0 min-w-0 flex-1 whitespace-pre-wrap px-3 py-2.5 font-mono text-sm">
              <bdi>{message}</bdi>
            </pre>
            <div className="shrink-0 p-1.5">
              <CopyButton text={message} label="Copy message" iconOnly />
            </div>
          </div>
        </figure>
      </div>
    </Card>
  );
}

function Explanation({ cause }: { cause: LikelyCause }) {
  return (
    <>
      <p className="m-0 max-w-[80ch]">{cause.explanation}</p>
      {cause.steps.length > 0 && (
        <div className="grid gap-1.5">
          <h3 className="m-0 font-semibold text-md">How to fix it</h3>
          <ol className="m-0 grid max-w-[80ch] list-decimal gap-1 pl-5">
            {cause.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
      <NamedPlaces named={cause.repair.named} />
      <RepairCommands commands={cause.repair.commands} />
      {isSafeLink(cause.link) && (
        <div>
          <a href={cause.link} target="_blank" rel="noreferrer noopener" className={buttonClass('plain')}>
            Open the official page
            <ExternalLink size={13} aria-hidden="true" />
          </a>
        </div>
      )}
    </>
  );
}

/** A link leads out only over https; anything else stays unlinked (XSS-03). */
function isSafeLink(link: string | null): link is string {
  return link !== null && URL.parse(link)?.protocol === 'https:';
}

const KINDS: Record<LikelyCause['kind'], string> = {
  configuration: 'Configuration',
  transient: 'Passing',
  licence: 'Licence',
  platform: 'Platform',
};
