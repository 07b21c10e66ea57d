/** Ends what the stack started, and leaves nothing behind: the console stops its own Postgres only while it is given the time to. */
import type { ServiceProcess } from '../service-process.ts';

type Service = Pick<ServiceProcess, 'stop' | 'hurry'>;

/** A process group and a parent that hands signals on deliver the same Ctrl-C two or three times. */
const togetherMilliseconds = 2_000;

export type Ending = {
  add: (service: Service) => void;
  isUnderWay: () => boolean;
  /** The first signal ends the services in order; one that comes later asks them to end at once, and is no SIGKILL either. */
  onSignal: () => void;
  /** In reverse order, so that the console ends before what it depends on. */
  endWith: (code: number) => Promise<void>;
};

export function createEnding(exit: (code: number) => void, now = () => performance.now()): Ending {
  const services: Service[] = [];
  let begun: number | undefined;
  let ended: Promise<void> | undefined;

  return {
    add: (service) => void services.push(service),
    isUnderWay: () => ended !== undefined,
    onSignal,
    endWith,
  };

  function onSignal(): void {
    if (begun !== undefined && now() - begun > togetherMilliseconds) {
      for (const service of services) service.hurry();
    }
    void endWith(0);
  }

  function endWith(code: number): Promise<void> {
    begun ??= now();
    ended ??= inOrder().then(() => exit(code));
    return ended;
  }

  async function inOrder(): Promise<void> {
    for (const service of services.toReversed()) await service.stop();
  }
}
