/** How the key of the palette is written on this system. Both are heard on each: keyboards travel. */
export function paletteKey(): string {
  return isApple() ? '⌘ K' : 'Ctrl K';
}

export function isPaletteKey(event: KeyboardEvent): boolean {
  const oneOfTwo = event.ctrlKey !== event.metaKey;
  return oneOfTwo && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
