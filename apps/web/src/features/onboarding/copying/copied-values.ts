/** A connector's values as the beginning of another one. Pure. */
import { comparableName, type DraftContent, type Editing } from '@console/console-contract';
import { initialAwsValues } from '../aws/aws-draft.ts';
import { initialAzureValues } from '../azure/azure-draft.ts';
import { formValuesOf } from '../editing/edit-values.ts';
import { suggestedPrefix } from '../suggested-prefix.ts';

/** With a name and a prefix of its own, and without credentials and what belongs to them. */
export function copyOf(opened: Editing, takenNames: readonly string[]): DraftContent {
  const copiedFrom = opened.values.name ?? opened.id;
  const name = freeName(`Copy of ${copiedFrom}`, takenNames);
  const own = { name, memberPrefix: suggestedPrefix(name), copiedFrom };
  if (opened.cloud === 'azure') {
    const values = formValuesOf(initialAzureValues, opened.values);
    return { cloud: 'azure', step: 'basics', values: { ...values, ...own, secretExpiresOn: null } };
  }
  const values = formValuesOf(initialAwsValues, opened.values);
  return { cloud: 'aws', step: 'basics', values: { ...values, ...own } };
}

/** “Copy of Coho”, or “Copy of Coho 2” where that exists. */
function freeName(wanted: string, takenNames: readonly string[]): string {
  const taken = new Set(takenNames.map(comparableName));
  const isFree = (name: string) => !taken.has(comparableName(name));
  if (isFree(wanted)) return wanted;
  for (let count = 2; ; count += 1) if (isFree(`${wanted} ${count}`)) return `${wanted} ${count}`;
}
