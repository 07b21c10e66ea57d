import type { AzureDraftValues, AzureEditing } from '@console/console-contract';
import type { EventOf, FormOf, StateOf } from '../wizard/cloud-wizard.ts';
import type { SecretEntry } from './azure-checks.ts';
import type { Tenant } from './azure-draft.ts';
import type { ConnectionTest, ConnectionTesting, TestEvent } from './connection/test-standing.ts';

export type AzureKind = {
  values: AzureDraftValues;
  own: {
    /** In the memory of this page and nowhere else. */
    secret: SecretEntry;
    /** The console keeps the secret sealed, so that an edit need not ask for it. */
    keepSecret: boolean;
    /** It was not given as the review was opened, so that the review asks for it. */
    secretAsked: boolean;
    test: ConnectionTest;
    /** The tenant from whose groups the scope was chosen. */
    scopeOf: Tenant;
  };
  event:
    | TestEvent
    | { type: 'secret-typed'; value: string }
    /** The secret is needed now: one that was forgotten is missing from here on. */
    | { type: 'secret-wanted' }
    | { type: 'secret-keeping'; keep: boolean }
    | { type: 'scope-kept' };
  testing: ConnectionTesting;
  opened: AzureEditing;
};

export type AzureWizardState = StateOf<AzureKind>;
export type AzureWizardEvent = EventOf<AzureKind>;
export type DispatchAzure = (event: AzureWizardEvent) => void;
/** What the parts of the Azure wizard draw from. */
export type AzureForm = FormOf<AzureKind>;
