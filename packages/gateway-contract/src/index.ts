/** What the vendor's gateway says and wants to hear: 31 operations as data, read tolerantly and written strictly. */
export { type ReadAnswer, readAnswer } from './answer.ts';
export {
  AwsConnectorDetail,
  AwsConnectorEcho,
  AzureConnectorDetail,
  ConnectorAppInfo,
  ConnectorStatusRecord,
  ConnectorSummary,
} from './connector.ts';
export { DeleteAnswer } from './delete.ts';
export {
  InvalidGatewayId,
  isJobUuid,
  isNumericId,
  isNumericIdOrUuid,
  isStatusAction,
  isUuid,
} from './ids.ts';
export { ConnectionTest, LastJobError, RunAnswer, TestJob } from './job.ts';
export { MemberConnector } from './member.ts';
export { longestDetail, markedCountOf, messageTextOf, responseMessageOf } from './messages.ts';
export type { AnswerFormat, Cloud, GatewayOperation, HttpMethod, OperationVariant } from './operation.ts';
export {
  type AnswerOf,
  everyOperation,
  type GatewayOperations,
  gatewayOperations,
  type OperationId,
  type ParamsOf,
  type QueryOf,
  type RequestOf,
  type WireAnswerOf,
} from './operations.ts';
export { type GatewayPage, pageOf } from './page.ts';
export { AppName, Frequency, ListQuery, NumericId, NumericIdList, PageQuery } from './requests.ts';
export {
  AwsAppInfo,
  AwsCreateRequest,
  AwsDetachRequest,
  AwsEditRequest,
  AwsRunRequest,
  AwsStatusRequest,
  AwsTestRequest,
  OrganizationalUnitsRequest,
} from './requests-aws.ts';
export {
  AzureAppInfo,
  AzureAttachRequest,
  AzureConnectorBody,
  AzureStatusQuery,
  AzureTestRequest,
  ManagementGroupsRequest,
} from './requests-azure.ts';
export { ConnectorManagementGroups, ManagementGroupName, OrganizationalUnit } from './scope.ts';
export { AccessToken, ScannerRegistration, TokenRequestHeaders } from './token.ts';
export { type TokenPath, tokenPaths } from './token-operations.ts';
