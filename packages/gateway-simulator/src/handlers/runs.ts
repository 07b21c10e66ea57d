/** A7 and W6, which run, and A15 and W12, which tell the errors of the last job. */
import { AwsRunRequest, NumericIdList, PageQuery } from '@console/gateway-contract';
import { wireTime } from '../clock.ts';
import { type Call, type Handler, pageRequest } from '../http/call.ts';
import { json, text } from '../http/reply.ts';
import { wirePage } from '../wire/page.ts';
import { startRun } from '../world/runs.ts';
import type { Connector, JobError } from '../world/world.ts';
import { awsConnector, azureConnector } from './find.ts';

/** Answers in plain text. */
export const runAzure: Handler = (call) => {
  const connectors = call.body(NumericIdList).map((id) => azureConnector(call, id));
  return text(markForRunning(call, connectors));
};

/** Answers in JSON. */
export const runAws: Handler = (call) => {
  const connector = awsConnector(call, Number(call.body(AwsRunRequest).connectorId));
  return json({ responseMessage: markForRunning(call, [connector]) });
};

export const lastAzureJob: Handler = (call) => {
  const { lastJobErrors } = azureConnector(call, call.id('id'));
  return json(wirePage(lastJobErrors, pageRequest(call.query(PageQuery), 'azure'), wireError, 'rows'));
};

export const lastAwsJob: Handler = (call) => {
  const { lastJobErrors } = awsConnector(call, call.id('id'));
  return json(wirePage(lastJobErrors, pageRequest(call.query(PageQuery), 'aws'), wireError, 'requested'));
};

/** Disabled connectors are passed over without a word: only the count in the sentence tells. */
function markForRunning({ world, now, settings }: Call, connectors: Connector[]): string {
  const enabled = connectors.filter((connector) => !connector.disabled);
  for (const connector of enabled) startRun(world, connector, now, settings);
  return `A total of ${enabled.length} Organization connectors have been successfully marked for running.`;
}

function wireError({ type, errorMsg, created }: JobError) {
  return { type, errorMsg, created: wireTime(created) };
}
