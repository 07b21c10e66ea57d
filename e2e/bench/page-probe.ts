/** Runs inside the measured page, the console's or a reference's: it uses nothing but the browser. */

type Probe = {
  /** Waits for the next key and for the frame after which `shows` holds. */
  armKey: (shows: () => boolean) => void;
  /** Waits for the next click and for the frame after which `shows` holds. */
  armClick: (shows: () => boolean) => void;
  /** The milliseconds that what was armed took. */
  taken: () => Promise<number>;
  /** Scrolls by 240 px a frame, 145 times, and answers how long each frame took. */
  scroll: (scroller: Element) => Promise<number[]>;
};

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/** Handed to the page as source, so it may name nothing outside itself. */
export function installProbe(): void {
  let pending: Promise<number> = Promise.reject(new Error('nothing was armed'));
  pending.catch(() => {});

  /** After the frame: the message comes when the frame that was being prepared is on its way to the screen. */
  const afterFrame = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });

  const arm = (type: 'keydown' | 'click', settled: 'input' | 'click', shows: () => boolean) => {
    pending = new Promise((resolve, reject) => {
      let at = 0;
      const begin = (event: Event) => {
        at = event.timeStamp;
      };
      addEventListener(type, begin, { capture: true, once: true });
      const settle = async () => {
        let end = await afterFrame();
        while (!shows() && end < at + 10_000) end = await afterFrame();
        if (shows()) resolve(end - at);
        else reject(new Error(`what a ${type} should show was not there after ten seconds`));
      };
      addEventListener(settled, () => void settle(), { capture: true, once: true });
    });
  };

  window.benchProbe = {
    armKey: (shows) => arm('keydown', 'input', shows),
    armClick: (shows) => arm('click', 'click', shows),
    taken: () => pending,
    scroll: async (scroller) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const lengths: number[] = [];
      let last = await frame();
      for (let count = 0; count < 145; count++) {
        scroller.scrollTop += 240;
        const now = await frame();
        lengths.push(now - last);
        last = now;
      }
      return lengths;
    },
  };
}
