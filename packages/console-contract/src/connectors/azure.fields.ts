/** The fields of an Azure connector, in the order in which a form asks for them. */
import * as z from 'zod/mini';
import { Day, SecretInput, Text } from '../values.ts';
import { AzureUuid } from './cloud-ids.ts';
import { type FieldTable, flag, line, text, textOf } from './fields.ts';
import { Activation } from './reading.ts';
import { frequencyOf, scopeOf, sharedFields } from './shared.fields.ts';

const { name, cspm, remediation, memberPrefix, tagIds } = sharedFields;
const Modules = z.strictObject({ vm: z.boolean(), pc: z.boolean(), sca: z.boolean(), certView: z.boolean() });

export const azureFields = {
  name: { ...name, locked: 'The gateway does not rename an Azure connector.' },
  description: { ...text(1000), step: 'basics' },
  cspm,
  remediation,
  tenantId: {
    ...textOf(AzureUuid),
    step: 'tenant',
    locked: 'A connector stays with its tenant; create another one for another tenant.',
  },
  tenantName: {
    ...line(255),
    step: 'tenant',
    locked: 'The gateway does not change the tenant’s name once the connector exists.',
  },
  applicationId: {
    ...textOf(AzureUuid),
    step: 'tenant',
    locked: 'The gateway does not change the application; create another connector for another one.',
  },
  secretValue: { ...textOf(SecretInput), step: 'tenant', storedBy: 'page' },
  secretExpiresOn: {
    schema: z.nullable(Day),
    draft: z.nullable(Text(1000)),
    reported: z.string(),
    initial: null,
    step: 'tenant',
    storedBy: 'console',
  },
  scope: scopeOf(Text(500).check(z.minLength(1))),
  memberPrefix,
  createForNewAccounts: { ...flag(true), step: 'members' },
  disableForDeleted: { ...flag(true), step: 'members' },
  /** By the day: since Connector 2.14 the gateway rounds up to whole days and refuses more than seven. */
  runEveryDays: frequencyOf(7, 1),
  memberRunEveryDays: frequencyOf(7, 1),
  activation: {
    schema: Modules,
    draft: Modules,
    reported: Activation,
    initial: { vm: false, pc: false, sca: false, certView: false },
    step: 'activation',
  },
  tagIds,
} as const satisfies FieldTable;
