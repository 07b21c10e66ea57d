// Runs before the first paint, so that a dark page never flashes white. `src/ui/theme/theme.ts` writes what is read here.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('console.theme');
  } catch {
    // Storage is blocked: the system's preference decides.
  }
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
