import { useId } from 'react';
import { CopyButton } from '../../ui/actions/copy-button.tsx';
import { DownloadButton } from '../../ui/actions/download-button.tsx';
import { CodeRegion } from '../../ui/layout/code-block.tsx';
import type { HelpDocument } from './help.ts';

/** One file of the help: to read, to copy, to download. */
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
      <CodeRegion label={fileName} code={text} className="max-h-96 bg-sunken" />
    </section>
  );
}
