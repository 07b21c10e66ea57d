/**
 * Says `children` to screen readers when the text changes. Render it from the start and empty: a region that arrives
 * together with its text is not read.
 */
export function LiveRegion({
  children,
  assertive = false,
}: {
  children: string;
  assertive?: boolean | undefined;
}) {
  return (
    <div
      role={assertive ? 'alert' : 'status'}
      aria-live={assertive ? 'assertive' : 'polite'}
      className="sr-only"
    >
      {children}
    </div>
  );
}
