/** The one cookie. `__Host-` binds it to this host and to https; with plain http, which only this machine speaks unless the operator insists, each port has a name of its own. */
import type { Request, Response } from 'express';
import type { SessionCookie } from './handler.ts';

/** A name of our own: cookies do not know ports, so other programs on this machine, a second console among them, see the same jar. */
export function sessionCookieName({ protocol, port }: URL): string {
  if (protocol === 'https:') return '__Host-console-session';
  return port === '' ? 'console-session' : `console-session-${port}`;
}

export function sessionCookie(req: Request, res: Response, publicUrl: URL): SessionCookie {
  const secure = publicUrl.protocol === 'https:';
  const name = sessionCookieName(publicUrl);
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
  return {
    read: () => readCookie(req.headers.cookie ?? '', name),
    set: (id) => res.cookie(name, id, options),
    clear: () => {
      res.clearCookie(name, options);
      // Pages that were seen, also those that Back would show. Not the storage, which holds the chosen colors alone, and not the cookies:
      // those of another console on this host would go, too.
      res.setHeader('Clear-Site-Data', '"cache"');
    },
  };
}

/** A cookie that comes twice is no cookie: one of the two was planted. */
function readCookie(header: string, name: string): string | null {
  const found = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [only] = found;
  return found.length === 1 && only !== undefined && /^[\w-]{20,200}$/.test(only) ? only : null;
}
