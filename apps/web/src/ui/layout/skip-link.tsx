/** The first tab stop of every page: jumps over the navigation to the element with the id `to`. */
export function SkipLink({ to = 'main', children = 'Skip to content' }: { to?: string; children?: string }) {
  return (
    <a
      href={`#${to}`}
      className="-translate-y-16 fixed top-2 left-2 z-50 rounded-md bg-ink px-3 py-2 font-strong text-sm text-surface focus-visible:translate-y-0"
      onClick={(event) => {
        event.preventDefault();
        const place = document.getElementById(to);
        place?.setAttribute('tabindex', '-1');
        place?.focus();
      }}
    >
      {children}
    </a>
  );
}
