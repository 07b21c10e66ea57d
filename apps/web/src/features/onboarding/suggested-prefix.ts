import { azureFields } from '@console/console-contract';

const { longest } = azureFields.memberPrefix;

/**
 * A member prefix made of a connector's name: small Latin letters, digits and the sign that the gateway itself puts behind the
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
