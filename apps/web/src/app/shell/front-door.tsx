import { ThemeSwitch } from '../../ui/theme/theme-switch.tsx';
import { Brand } from './brand.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { PageFrame } from './page-frame.tsx';

/** Around the pages that need no session: the name of the product, one card, and the choice of theme. */
export function FrontDoor() {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] justify-items-center px-4">
      <header className="flex w-full max-w-[1480px] items-center justify-between py-4">
        <Brand />
        <ThemeSwitch />
      </header>
      <main id="main" className="grid w-full max-w-[400px] content-start gap-4 py-[8vh]">
        <OfflineBanner />
        <PageFrame />
      </main>
    </div>
  );
}
