import { type ActivityFilter, longestExport } from '@console/console-contract';
import { useMutation } from '@tanstack/react-query';
import Download from 'lucide-react/icons/download';
import { ProblemBanner } from '../../shared/console/problem-banner.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { saveFile } from '../../ui/actions/save-file.ts';
import { Banner } from '../../ui/status/banner.tsx';
import { numberText } from '../../ui/time/number-text.ts';
import { exportActivityMutation } from './queries.ts';

/** Exports everything that the filter lets through, not only what was loaded; `filter.outcome` counts too. */
export function useExport(workspace: string, filter: ActivityFilter) {
  const { mutate, reset, isPending, error, data } = useMutation({
    ...exportActivityMutation,
    onSuccess: ({ name, content }) => saveFile(name, content),
  });
  return {
    start: () => mutate({ workspace, filter }),
    forget: reset,
    isPending,
    error,
    wasCut: data?.cut === true,
  };
}

type Exporting = { exporting: ReturnType<typeof useExport> };

export function ExportButton({ exporting: { start, isPending } }: Exporting) {
  return (
    <Button icon={<Download size={14} aria-hidden="true" />} busy={isPending} onClick={start}>
      Export CSV
    </Button>
  );
}

/** What is to be said of an export beyond the file itself. */
export function ExportOutcome({ exporting: { error, wasCut, forget } }: Exporting) {
  if (!wasCut) return <ProblemBanner error={error} onDismiss={forget} />;
  return (
    <Banner tone="warn" title="The file does not hold everything." onDismiss={forget}>
      It ends after the newest {numberText(longestExport)} rows. Narrow the filter, for example with from: and
      to:, to export the others.
    </Banner>
  );
}
