/** How a call says who makes it. Cookies are the only way so far. */
import type { Request, Response } from 'express';
import type { Caller, SessionCheck } from '../ports/caller.ts';
import { signedOut } from '../ports/signed-out.ts';
import { sessionCookie } from './session-cookie.ts';

export type Recognition = {
  /**
   * The browser adds it to a call by itself, whichever site's page makes the call: such a call must come from our own pages. One without a
   * cookie counts as well, for its answer may set one.
   */
  isAmbient: boolean;
  /** `active`: a user is at the keyboard. Refuses as `signed-out`. */
  caller: (check: SessionCheck) => Promise<Caller>;
};

export type Recognize = (req: Request, res: Response) => Recognition;

/** Whose session it is, or `null`. `active` keeps it alive. */
export type CallerOfSession = (sessionId: string, check: SessionCheck) => Promise<Caller | null>;

export function recognitionBy(callerOfSession: CallerOfSession, publicUrl: URL): Recognize {
  return (req, res) => ({
    isAmbient: true,
    async caller(check) {
      const id = sessionCookie(req, res, publicUrl).read();
      const caller = id === null ? null : await callerOfSession(id, check);
      if (caller === null) throw signedOut(id !== null);
      return caller;
    },
  });
}
