import { Banner } from '../../../ui/status/banner.tsx';

/** Of which connector the values are, and what of it they are not. Nothing for a wizard that copies none. */
export function CopyNotice({ from, notCopied }: { from: string | undefined; notCopied: string }) {
  if (from === undefined) return null;
  return (
    <Banner tone="info" title={`Copied from ${from}`}>
      Name and member prefix are proposals for the new connector. {notCopied}
    </Banner>
  );
}
