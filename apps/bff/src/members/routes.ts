/** Members over HTTP. Attaching and detaching them are operations, which another slice carries out. */
import type { Routes } from '../http/handler.ts';
import type { MemberService } from './service.ts';

export function memberRoutes(members: MemberService): Routes<'listMembers' | 'listMemberTargets'> {
  return {
    listMembers: ({ params }) => members.list(params.workspace, params.cloud, params.id),
    listMemberTargets: ({ params }) => members.listTargets(params.workspace, params.cloud, params.member),
  };
}
