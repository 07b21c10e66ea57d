/** Verifying a workspace: three real calls in a row, each timed and each with its own verdict. */
import type { Cloud, Verification } from '@console/console-contract';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { knownProblem } from '../ports/known-problem.ts';

type Step = Verification['steps'][number];

/** Without a token the lists cannot be read, so they are skipped; one cloud's trouble says nothing about the other. */
export async function verify(gateway: ConnectorGateway, clock: Clock): Promise<Verification> {
  const { step, countStep } = createSteps(gateway, clock);
  const token = await step('token', async () => {
    await gateway.mintToken();
    return null;
  });
  const lists =
    token.outcome === 'ok'
      ? [await countStep('azure'), await countStep('aws')]
      : [skipped('azure'), skipped('aws')];
  const steps = [token, ...lists];
  return { at: clock.now().toISOString(), ok: steps.every(({ outcome }) => outcome === 'ok'), steps };
}

function createSteps(gateway: ConnectorGateway, { monotonic }: Pick<Clock, 'monotonic'>) {
  return { step, countStep };

  function countStep(cloud: Cloud): Promise<Step> {
    return step(cloud, () => gateway.countFirstPage(cloud));
  }

  async function step(name: Step['name'], call: () => Promise<number | null>): Promise<Step> {
    const startedAt = monotonic();
    const elapsed = () => Math.round(monotonic() - startedAt);
    try {
      const connectors = await call();
      return { name, outcome: 'ok', milliseconds: elapsed(), connectors, problem: null };
    } catch (error) {
      const problem = knownProblem(error);
      if (problem === null) throw error;
      return { name, outcome: 'failed', milliseconds: elapsed(), connectors: null, problem };
    }
  }
}

function skipped(name: Cloud): Step {
  return { name, outcome: 'skipped', milliseconds: 0, connectors: null, problem: null };
}
