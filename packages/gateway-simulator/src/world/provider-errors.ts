/** What the clouds say when they refuse, in their own words, with ids that fit the connector. Texts follow public documentation. */
import { drawsFor } from './random.ts';

export const maskedError =
  'An exception occurred while running Org Connector. Contact support to resolve the issue.';

export const licenceExhausted =
  'You have reached the maximum number of connectors allowed for your license. Contact your Technical Account Manager (TAM) or Qualys Support to modify the limit.';

type EntraApp = { tenantId: string; applicationId: string };

export function secretExpired(app: EntraApp): string {
  return entra(
    '7000222',
    app,
    `The provided client secret keys for app '${app.applicationId}' are expired. Visit the Azure portal to create new keys for your app, or consider using certificate credentials for added security.`,
  );
}

export function secretWrong(app: EntraApp): string {
  return entra(
    '7000215',
    app,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.applicationId}'.`,
  );
}

export function applicationUnknown(app: EntraApp): string {
  return entra(
    '700016',
    app,
    `Application with identifier '${app.applicationId}' was not found in the directory '${app.tenantId}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  );
}

export function tenantUnknown(app: EntraApp): string {
  return entra(
    '90002',
    app,
    `Tenant '${app.tenantId}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}

export function applicationDisabled(app: EntraApp): string {
  return entra('7000112', app, `Application '${app.applicationId}' is disabled.`);
}

export function accessBlocked(app: EntraApp): string {
  return entra(
    '53003',
    app,
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  );
}

export function groupsForbidden(app: EntraApp): string {
  const objectId = drawsFor('service principal', app.applicationId).uuid();
  return `AuthorizationFailed: The client '${app.applicationId}' with object id '${objectId}' does not have authorization to perform action 'Microsoft.Management/managementGroups/read' over scope '/providers/Microsoft.Management/managementGroups/${app.tenantId}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
}

export function subscriptionForbidden(app: EntraApp, subscriptionId: string): string {
  const objectId = drawsFor('service principal', app.applicationId).uuid();
  return `AuthorizationFailed: The client '${app.applicationId}' with object id '${objectId}' does not have authorization to perform action 'Microsoft.Resources/subscriptions/resourceGroups/read' over scope '/subscriptions/${subscriptionId}' or the scope is invalid.`;
}

export function subscriptionDisabled(subscriptionId: string): string {
  return `ReadOnlyDisabledSubscription: The subscription '${subscriptionId}' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.`;
}

export function groupNotFound(group: string): string {
  return `ManagementGroupNotFound: The management group '${group}' could not be found.`;
}

export function azureThrottled(applicationId: string): string {
  return `429 TooManyRequests: Number of read requests for application '${applicationId}' exceeded the limit for time interval '00:05:00'. Please try again after '17' seconds.`;
}

export function assumeRoleDenied(qualysAccountId: string, roleArn: string): string {
  return `User: arn:aws:iam::${qualysAccountId}:user/connector-service is not authorized to perform: sts:AssumeRole on resource: ${roleArn} (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: ${drawsFor(roleArn).uuid()})`;
}

export function organizationsDenied(roleArn: string): string {
  const [account, role] = [accountOf(roleArn), roleArn.split('/').at(-1) ?? 'role'];
  return `AccessDeniedException: User: arn:aws:sts::${account}:assumed-role/${role}/connector is not authorized to perform: organizations:ListAccounts on resource: * because no identity-based policy allows the organizations:ListAccounts action`;
}

export function notManagementAccount(): string {
  return "AccessDeniedException: You don't have permissions to access this resource.";
}

export function noOrganization(): string {
  return "AWSOrganizationsNotInUseException: Your account isn't a member of an organization.";
}

export function deniedByPolicy(roleArn: string): string {
  return `User: ${roleArn} is not authorized to perform: organizations:DescribeOrganization with an explicit deny in a service control policy`;
}

export function unitNotFound(unitId: string): string {
  return `OrganizationalUnitNotFoundException: We can't find an OU with the OrganizationalUnitId that you specified: ${unitId}.`;
}

export function awsThrottled(): string {
  return 'ThrottlingException: Rate exceeded (Service: AWSOrganizations; Status Code: 400; Error Code: TooManyRequestsException)';
}

export function partitionMismatch(arn: string): string {
  return `ValidationError: ${arn} is invalid ARN for the selected account type`;
}

/** The account id in an ARN. */
export function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

function entra(code: string, app: EntraApp, sentence: string): string {
  const draws = drawsFor('entra', code, app.tenantId, app.applicationId);
  return `AADSTS${code}: ${sentence} Trace ID: ${draws.uuid()} Correlation ID: ${draws.uuid()}`;
}
