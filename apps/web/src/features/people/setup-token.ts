/** The one-time token of the set-up link, for as long as this page lives. */
let token: string | null = null;

/** Takes the token out of the address at once, so that neither history, nor a screenshot, nor a Referer carries it. */
export function takeSetupToken(): string | null {
  const url = new URL(window.location.href);
  const found = url.searchParams.get('token');
  if (found !== null) {
    token = found;
    url.searchParams.delete('token');
    window.history.replaceState(window.history.state, '', url);
  }
  return token;
}
