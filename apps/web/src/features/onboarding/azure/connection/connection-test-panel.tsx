import PlugZap from 'lucide-react/icons/plug-zap';
import { Button } from '../../../../ui/actions/button.tsx';
import { Banner } from '../../../../ui/status/banner.tsx';
import { ProgressSteps } from '../../../../ui/status/progress-steps.tsx';
import { TestFailure } from '../../test-failure.tsx';
import type { AzureForm } from '../azure-form.ts';
import { testOrBlame } from './test-or-blame.ts';
import { phasesOf, type TestStanding } from './test-standing.ts';

/** The test of the tenant's credentials: its button, its phases, and what a failure means. */
export function ConnectionTestPanel({ form }: { form: AzureForm }) {
  const { standing, wait } = form.testing;
  const busy = standing.state === 'asking' || standing.state === 'running';
  return (
    <section aria-labelledby="connection-title" className="grid gap-3 border-line border-t pt-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="grid min-w-48 flex-1 gap-0.5">
          <h3 id="connection-title" className="m-0 font-semibold text-md">
            Connection
          </h3>
          <p className="m-0 text-ink-2 text-sm">{introductionOf(standing)}</p>
        </div>
        {standing.state === 'running' && <Button onClick={() => wait(false)}>Stop waiting</Button>}
        {standing.state === 'left-alone' && <Button onClick={() => wait(true)}>Wait again</Button>}
        <Button
          icon={<PlugZap size={14} />}
          busy={busy}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => testOrBlame(form)}
        >
          Test connection
        </Button>
      </div>
      {standing.state !== 'untested' && <ProgressSteps label="Connection test" steps={phasesOf(standing)} />}
      {standing.state === 'running' && standing.trouble && (
        <Banner tone="warn" title={standing.trouble.message}>
          The test goes on at the gateway; its progress is asked for again.
        </Banner>
      )}
      {standing.state === 'failed' && <TestFailure problem={standing.problem} />}
    </section>
  );
}

function introductionOf(standing: TestStanding): string {
  if (standing.state === 'passed') return 'The tenant answered. Test again to read its groups anew.';
  if (standing.state === 'failed') return 'It failed. See below what to do, then test again.';
  if (standing.state === 'left-alone') return 'The gateway goes on reading the groups without you.';
  if (standing.state !== 'untested')
    return 'The gateway signs in to the tenant and reads its management groups.';
  if (standing.because === 'tenant-changed') return 'The tenant or application changed: test them again.';
  if (standing.because === 'secret-changed')
    return 'The secret was entered again since the test: test with it.';
  return 'The gateway signs in to the tenant and reads its management groups. Continue tests it, too.';
}
