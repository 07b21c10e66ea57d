/**
 * Where sign-in may lead afterwards: a place of this console and nothing else. Anything that a browser, at any layer of
 * decoding, could read as another site or another scheme leads to the start page instead.
 */
export function safeReturnTo(wanted: string | null): string {
  if (wanted === null || !layersOf(wanted).every(isLocalPath)) return HOME;
  const url = URL.parse(wanted, BASE);
  if (url === null || url.origin !== BASE || url.pathname.startsWith('//')) return HOME;
  if (/^\/(api|sign-in|setup)(\/|$)/i.test(url.pathname)) return HOME;
  return url.pathname + url.search + url.hash;
}

const HOME = '/';
const BASE = 'https://console.invalid';

function isLocalPath(text: string): boolean {
  return /^\/(?!\/)[^\\\p{Cc}]*$/u.test(text);
}

/** The text and what decoding makes of it, as often as it still changes. Undecodable text has no safe reading. */
function layersOf(text: string): string[] {
  const layers = [text];
  for (let current = text; ; ) {
    const decoded = decodedOnce(current);
    if (decoded === current) return layers;
    layers.push(decoded);
    if (layers.length > 5) return [...layers, ''];
    current = decoded;
  }
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
