import { useId } from 'react';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DownloadButton } from '../../../ui/download-button.tsx';
import type { HelpDocument } from './help.ts';

/** One file of the help: to read, to copy, to download. It scrolls by keyboard too. */
export function ReadyDocument({ document: { title, fileName, text } }: { document: HelpDocument }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h4 id={titleId} className="m-0 font-strong text-sm">
          {title}
        </h4>
        <span className="min-w-0 flex-1 truncate font-mono text-ink-3 text-xs">{fileName}</span>
        <CopyButton text={text} />
        <DownloadButton fileName={fileName} text={text} />
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={fileName}
        className="max-h-96 overflow-auto rounded-md bg-sunken px-3 py-2.5"
      >
        <pre className="m-0 font-mono text-ink text-sm">
          <code>{text}</code>
        </pre>
      </section>
    </section>
  );
}
