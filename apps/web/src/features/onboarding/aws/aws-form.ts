import type { AwsDraftValues, AwsEditing } from '@console/console-contract';
import type { EventOf, FormOf, StateOf } from '../wizard/cloud-wizard.ts';
import type { Connection } from './aws-draft.ts';
import type { OrganizationTest, OrganizationTesting, TestEvent } from './connection/organization-test.ts';

export type AwsKind = {
  values: AwsDraftValues;
  own: {
    test: OrganizationTest;
    /** An edit of this very connection is saved without a test. */
    waivedFor: Connection | null;
  };
  event: TestEvent | { type: 'test-waived'; waived: boolean };
  testing: OrganizationTesting;
  opened: AwsEditing;
};

export type AwsWizardState = StateOf<AwsKind>;
export type AwsWizardEvent = EventOf<AwsKind>;
export type DispatchAws = (event: AwsWizardEvent) => void;
/** What the parts of the AWS wizard draw from. */
export type AwsForm = FormOf<AwsKind>;
