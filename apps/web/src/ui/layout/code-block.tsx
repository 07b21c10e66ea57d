import clsx from 'clsx';
import { CopyButton } from '../actions/copy-button.tsx';

/** A command or document to copy. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <div className="flex min-w-0 items-start rounded-md bg-sunken">
      <CodeRegion label={label} code={code} className="min-w-0 flex-1" />
      <div className="shrink-0 p-1.5">
        <CopyButton text={code} />
      </div>
    </div>
  );
}

export interface CodeRegionProps {
  label: string;
  code: string;
  className?: string | undefined;
}

/** Code alone. It scrolls by keyboard too. */
export function CodeRegion({ label, code, className }: CodeRegionProps) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      className={clsx('overflow-auto rounded-md px-3 py-2.5', className)}
    >
      <pre className="m-0 font-mono text-ink text-sm">
        <code>{code}</code>
      </pre>
    </section>
  );
}

/** A key on the keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-block rounded-sm border border-line-strong bg-surface px-1 py-0.5 font-medium font-sans text-ink-3 text-xs leading-none">
      {children}
    </kbd>
  );
}
