import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface CardProps {
  title?: ReactNode;
  /** Buttons or a note at the end of the title line. */
  actions?: ReactNode;
  children?: ReactNode;
  /** `false` lets a table or list reach the edges. */
  padded?: boolean | undefined;
  className?: string | undefined;
}

/** A surface with a hairline. Cards stand beside each other, never in each other. */
export function Card({ title, actions, children, padded = true, className }: CardProps) {
  return (
    <section className={clsx('min-w-0 rounded-lg border border-line bg-surface', className)}>
      {(title || actions) && (
        <div
          className={clsx(
            'flex min-h-7.5 items-center gap-3 px-4 pt-3.5',
            !padded && 'border-line border-b pb-3',
          )}
        >
          {title && <h2 className="m-0 flex-1 font-semibold text-md">{title}</h2>}
          {actions}
        </div>
      )}
      {padded ? <div className="p-4">{children}</div> : children}
    </section>
  );
}
