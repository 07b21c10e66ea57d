/** Runs the simulator as a process of its own: reads the environment, listens, ends cleanly. */
import { z } from 'zod';
import { createSimulator } from './simulator.ts';
import { StoredWorld } from './world/world.ts';

const Environment = z.object({
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  SIMULATOR_HOST: z.string().min(1).default('127.0.0.1'),
  SIMULATOR_CLIENT_ID: z.string().min(1).default('demo-client'),
  SIMULATOR_CLIENT_SECRET: z.string().min(1).default('demo-client-secret'),
  SIMULATOR_SEED: StoredWorld.shape.seed.default('demo'),
  SIMULATOR_STATE_FILE: z.string().min(1).optional(),
  SIMULATOR_CONTROL: z.enum(['0', '1']).default('0'),
  SIMULATOR_RATE_LIMIT: z.coerce.number().int().positive().optional(),
});

const environment = Environment.safeParse(process.env);
if (environment.success) await run(environment.data).catch(explain);
else complain(environment.error);

async function run(settings: z.output<typeof Environment>): Promise<void> {
  const limit = settings.SIMULATOR_RATE_LIMIT;
  const simulator = createSimulator({
    clientId: settings.SIMULATOR_CLIENT_ID,
    clientSecret: settings.SIMULATOR_CLIENT_SECRET,
    seed: settings.SIMULATOR_SEED,
    mountControl: settings.SIMULATOR_CONTROL === '1',
    ...(limit === undefined ? {} : { settings: { rateLimit: { limit, windowSeconds: 3_600 } } }),
    ...(settings.SIMULATOR_STATE_FILE === undefined ? {} : { stateFile: settings.SIMULATOR_STATE_FILE }),
  });
  const listening = await simulator.listen(settings.SIMULATOR_PORT, settings.SIMULATOR_HOST);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      listening.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  process.stdout.write(`Simulator ready at ${listening.url}\n`);
}

function explain(error: unknown): void {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const reason = error instanceof Error ? error.message : String(error);
  const sentence = taken ? 'its port is in use; choose another with SIMULATOR_PORT' : reason;
  process.stderr.write(`The simulator cannot start: ${sentence}.\n`);
  process.exitCode = 1;
}

function complain(error: z.ZodError): void {
  const problems = error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  process.stderr.write(`The simulator cannot start with this environment:\n${problems.join('\n')}\n`);
  process.exitCode = 1;
}
