import { Card } from '../../../ui/layout/card.tsx';

/** The overview before it is read: cards where cards will stand, drawn only when waiting lasts. */
export function ConnectorSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-busy="true" className="appear-late grid gap-4">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true" className="grid items-start gap-4 lg:grid-cols-2">
        <SkeletonCard rows={3} />
        <SkeletonCard rows={3} />
        <SkeletonCard rows={8} className="lg:col-span-2" />
      </div>
    </div>
  );
}

function SkeletonCard({ rows, className }: { rows: number; className?: string }) {
  return (
    <Card className={className}>
      <div className="grid gap-3">
        <div className="shimmer h-4 w-24" />
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
          <div key={row} className="flex gap-4">
            <div className="shimmer h-3 w-32" />
            <div className="shimmer h-3" style={{ width: `${20 + ((row * 11) % 25)}%` }} />
          </div>
        ))}
      </div>
    </Card>
  );
}
