/** All 31 operations of the gateway, by id: T1–T2 token, A1–A16 Azure, W1–W13 AWS. */
import type { z } from 'zod';
import { awsOperations } from './aws-operations.ts';
import { azureOperations } from './azure-operations.ts';
import type { GatewayOperation } from './operation.ts';
import { tokenOperations } from './token-operations.ts';

export const gatewayOperations = { ...tokenOperations, ...azureOperations, ...awsOperations };

export type GatewayOperations = typeof gatewayOperations;
export type OperationId = keyof GatewayOperations;

/** What the path of an operation needs. */
export type ParamsOf<Id extends OperationId> = Parameters<GatewayOperations[Id]['path']>[0];

/** What an operation is asked with, as it stands on the wire; `undefined` when it has no body. */
export type RequestOf<Id extends OperationId> = InputOf<GatewayOperations[Id], 'request'>;

/** The query parameters of an operation; `undefined` when it has none. */
export type QueryOf<Id extends OperationId> = InputOf<GatewayOperations[Id], 'query'>;

/** What an operation answers, after tolerant reading. */
export type AnswerOf<Id extends OperationId> = z.output<GatewayOperations[Id]['answer']>;

/** What an operation answers, as it stands on the wire: what a stand-in for the gateway writes. */
export type WireAnswerOf<Id extends OperationId> = z.input<GatewayOperations[Id]['answer']>;

type InputOf<Operation extends GatewayOperation, Part extends 'request' | 'query'> =
  Exclude<Operation[Part], undefined> extends infer Schema extends z.ZodType ? z.input<Schema> : undefined;

/** The table as a list, for code that treats every operation alike. */
export const everyOperation: readonly GatewayOperation[] = Object.values(gatewayOperations);
