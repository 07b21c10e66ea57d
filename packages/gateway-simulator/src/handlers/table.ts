/** Who answers which operation. T1 alone is missing: it mints the token the others are asked with. */
import type { OperationId } from '@console/gateway-contract';
import type { Handler } from '../http/call.ts';
import { createAws, deleteAws, editAws, readAws } from './aws-connectors.ts';
import { createAzure, deleteAzure, editAzure, readAzure } from './azure-connectors.ts';
import { readTestJob, testAws, testAzure } from './connections.ts';
import { listAws, listAzure } from './lists.ts';
import * as members from './members.ts';
import { lastAwsJob, lastAzureJob, runAws, runAzure } from './runs.ts';
import { listGroups, listUnits, readGroups } from './scope.ts';
import { switchAws, switchAzure } from './status.ts';
import { registerScannerRun } from './token.ts';

export const handlers: Record<Exclude<OperationId, 'T1'>, Handler> = {
  T2: registerScannerRun,
  A1: testAzure,
  A2: readTestJob,
  A3: createAzure,
  A4: editAzure,
  A5: listAzure,
  A6: readAzure,
  A7: runAzure,
  A8: listGroups,
  A9: readGroups,
  A10: switchAzure,
  A11: members.attachAzure,
  A12: members.detachAzure,
  A13: members.listAzureTargets,
  A14: members.listAzureMembers,
  A15: lastAzureJob,
  A16: deleteAzure,
  W1: testAws,
  W2: createAws,
  W3: listAws,
  W4: readAws,
  W5: editAws,
  W6: runAws,
  W7: switchAws,
  W8: members.detachAws,
  W9: deleteAws,
  W10: members.attachAws,
  W11: members.listAwsTargets,
  W12: lastAwsJob,
  W13: listUnits,
};
