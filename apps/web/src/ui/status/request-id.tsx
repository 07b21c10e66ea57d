import { CopyButton } from '../actions/copy-button.tsx';

/** The id under which the logs know a failed request, ready to copy into a message to support. */
export function RequestId({ id }: { id: string }) {
  return (
    <div className="flex items-center gap-1.5 text-ink-2 text-xs">
      <span className="shrink-0">Request id</span>{' '}
      <code className="wrap-anywhere min-w-0 font-mono">{id}</code>
      <CopyButton text={id} label="Copy request id" iconOnly />
    </div>
  );
}
