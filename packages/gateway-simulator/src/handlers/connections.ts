/** Connection tests: A1 and A2, which take a while, and W1, which answers at once. */
import { AwsTestRequest, AzureTestRequest, isUuid } from '@console/gateway-contract';
import { wireTime } from '../clock.ts';
import type { Call, Handler } from '../http/call.ts';
import { badRequest, json, notFound, Refusal, unauthorized } from '../http/reply.ts';
import * as say from '../world/provider-errors.ts';
import { startTestJob, statusOf } from '../world/test-jobs.ts';

export const testAzure: Handler = (call) => {
  const credentials = call.body(AzureTestRequest);
  if (!isUuid(credentials.tenantId)) throw badRequest('Invalid value for field "tenantId": not a UUID.');
  if (!isUuid(credentials.applicationId))
    throw badRequest('Invalid value for field "applicationId": not a UUID.');
  if (credentials.secretValue.startsWith('refused~')) throw unauthorized();
  if (credentials.secretValue.startsWith('crash~'))
    throw new Refusal(500, 'INTERNAL_ERROR', 'INTERNAL_ERROR');
  const job = startTestJob(call.world, credentials, call.now, call.settings.pace);
  return json({ responseMessage: null, responseCode: 'SUCCESS', jobUuid: job.uuid });
};

export const readTestJob: Handler = (call) => {
  const job = call.world.testJobs.find((candidate) => candidate.uuid === call.param('jobUuid'));
  if (!job) throw notFound('The job');
  const status = statusOf(job, call.now);
  const ended = status === 'COMPLETED' || status === 'FAILED';
  return json({
    status,
    error: status === 'FAILED' ? job.error : null,
    createOn: wireTime(job.startedAt),
    updatedOn: wireTime(ended ? (job.endsAt ?? call.now) : call.now),
  });
};

const roleArn = /^arn:(aws|aws-us-gov):iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;

export const testAws: Handler = (call) => {
  const request = call.body(AwsTestRequest);
  if (!/^\d{12}$/.test(request.qualysAwsAccountId)) {
    throw badRequest('Invalid value for field "qualysAwsAccountId": not an account id of 12 digits.');
  }
  refuseUnusableRole(request.arn);
  const refusal = refusalOf(request.arn, request.qualysAwsAccountId, request.isGovCloud);
  if (refusal !== null) return json({ responseMessage: refusal, responseCode: 'FAILED' });
  rememberTest(call, request.connectorName);
  return json({ responseMessage: 'Connectivity with organization successful.', responseCode: 'SUCCESS' });
};

/** Refuses an ARN that is none, and the role whose name says that the cloud will refuse it while validating. */
export function refuseUnusableRole(arn: string): void {
  if (!roleArn.test(arn)) throw badRequest('Invalid value for field "arn": not the ARN of a role.');
  if (roleNameOf(arn).includes('refused')) throw unauthorized();
}

/** What a role's name does to a test; see the README's special inputs. */
function refusalOf(arn: string, qualysAccountId: string, isGovCloud: boolean): string | null {
  if (arn.startsWith('arn:aws-us-gov:') !== isGovCloud) return say.partitionMismatch(arn);
  const role = roleNameOf(arn);
  if (role.includes('denied')) return say.assumeRoleDenied(qualysAccountId, arn);
  if (role.includes('no-list')) return say.organizationsDenied(arn);
  if (role.includes('no-organization')) return say.noOrganization();
  if (role.includes('member-account')) return say.notManagementAccount();
  return role.includes('scp') ? say.deniedByPolicy(arn) : null;
}

function rememberTest({ world }: Call, connectorName: string): void {
  const rootAskedFor = world.testedNames.get(connectorName) ?? null;
  world.testedNames.set(connectorName, rootAskedFor);
}

function roleNameOf(arn: string): string {
  return arn.slice(arn.indexOf('/') + 1).toLowerCase();
}
