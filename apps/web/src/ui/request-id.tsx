import { CopyButton } from './copy-button.tsx';

/** The id under which the logs know a failed request, ready to copy into a message to support. */
export function RequestId({ id }: { id: string }) {
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-ink-2 text-xs">
      Request id <code className="font-mono">{id}</code>
      <CopyButton text={id} label="Copy request id" iconOnly />
    </div>
  );
}
