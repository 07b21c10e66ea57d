/** Members over HTTP. */
import type { memberEndpoints } from '@console/console-contract';
import type { Routes } from '../http/handler.ts';
import type { MemberService } from './service.ts';

export function memberRoutes(members: MemberService): Routes<keyof typeof memberEndpoints> {
  return { listMembers: ({ params }) => members.list(params.workspace, params.cloud, params.id) };
}
