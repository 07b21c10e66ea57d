import { azureFields } from '@console/console-contract';
import type { WizardCore } from './wizard/wizard-state.ts';

const { longest } = azureFields.memberPrefix;

/**
 * A member prefix made of a connector's name: small Latin letters, digits and the character that the gateway itself puts behind the
 * prefix. Empty where nothing of the name can be used.
 */
export function suggestedPrefix(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const joined = words.join('_');
  if (joined.length <= longest) return joined;
  // A word that is cut in the middle reads worse than one that is missing, unless it is the first.
  const cut = joined.slice(0, longest + 1).lastIndexOf('_');
  return joined.slice(0, cut > 0 ? cut : longest);
}

/** Of a new connector: the prefix follows the name for as long as it is what was suggested, or nothing. */
export function withSuggestedPrefix<Wizard extends WizardCore<{ name: string; memberPrefix: string }>>(
  before: Wizard,
  after: Wizard,
): Wizard {
  const { name, memberPrefix } = after.values;
  const previous = before.values;
  if (name === previous.name || memberPrefix !== previous.memberPrefix) return after;
  if (memberPrefix !== '' && memberPrefix !== suggestedPrefix(previous.name)) return after;
  return { ...after, values: { ...after.values, memberPrefix: suggestedPrefix(name) } };
}
