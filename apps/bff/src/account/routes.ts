import type { accountEndpoints } from '@console/console-contract';
import type { Routes, SessionCookie } from '../http/handler.ts';
import type { Called } from '../ports/caller.ts';
import { Secret } from '../ports/secret.ts';
import { signedOut } from '../ports/signed-out.ts';
import type { AccountService, OwnCall } from './service.ts';

export function accountRoutes(account: AccountService): Routes<keyof typeof accountEndpoints> {
  return {
    changePassword: (call) => {
      const { currentPassword, newPassword } = call.body;
      const pair = {
        currentPassword: new Secret(currentPassword),
        newPassword: new Secret(newPassword),
        isNewOneTheEmail: (email: string) => newPassword.toLowerCase() === email,
        network: call.network,
      };
      return account.changePassword(pair, ownCall(call));
    },
    listOwnSessions: async (call) => ({ sessions: await account.listSessions(ownCall(call)) }),
    endOwnSession: (call) => account.endSession(call.params.session, ownCall(call)),
    endOtherSessions: (call) => account.endOtherSessions(ownCall(call)),
  };
}

function ownCall({ caller, requestId, session }: Called & { session: SessionCookie }): OwnCall {
  const sessionId = session.read();
  if (sessionId === null) throw signedOut(false);
  return { caller, requestId, sessionId };
}
