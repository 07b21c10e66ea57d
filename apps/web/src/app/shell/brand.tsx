import Diamond from 'lucide-react/icons/diamond';

/** The mark and the name of the product. Where there is little room the name is for screen readers alone. */
export function Brand({ compact = false }: { compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 font-bold text-md tracking-[-0.01em]">
      <Diamond size={18} aria-hidden="true" className="shrink-0 text-accent" />
      <span className={compact ? 'max-lg:sr-only' : ''}>Connector Console</span>
    </span>
  );
}
