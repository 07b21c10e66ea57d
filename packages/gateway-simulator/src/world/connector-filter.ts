/** The `query` of a list: `name:"Northwind" and isDisabled: true`. Tokens as the Azure document lists them. */
import type { Connector } from './world.ts';

/** Thrown for a query that cannot be read; the message says where it went wrong. */
export class UnreadableQuery extends Error {}

type Field = (connector: Connector) => string | null;

const fields: Record<string, Field> = {
  id: (connector) => String(connector.id),
  name: (connector) => connector.name,
  description: (connector) => connector.description,
  status: (connector) => connector.state,
  remediationEnabled: (connector) => String(connector.remediation),
  isDisabled: (connector) => String(connector.disabled),
  organizationId: (connector) => connector.organizationId,
  tenantId: (connector) => (connector.cloud === 'azure' ? connector.tenantId : null),
  applicationId: (connector) => (connector.cloud === 'azure' ? connector.applicationId : null),
};
/** Texts match when they contain the value; everything else must be equal. Neither minds upper and lower case. */
const containing = ['name', 'description'];

type Condition = (connector: Connector) => boolean;

/** Reads a query into a condition. `and` and `or` join tokens, `and` first; two tokens side by side mean `and`. */
export function readConnectorQuery(query: string): Condition {
  const alternatives: Condition[][] = [[]];
  let rest = query.trim();
  while (rest !== '') {
    const word = /^(and|or)\s+/i.exec(rest);
    if (word) {
      if (word[1]?.toLowerCase() === 'or') alternatives.push([]);
      rest = rest.slice(word[0].length);
    }
    const token = readToken(rest);
    alternatives.at(-1)?.push(token.condition);
    rest = rest.slice(token.length).trimStart();
  }
  return (connector) => alternatives.some((all) => all.every((condition) => condition(connector)));
}

const tokenPattern = /^(\w+)\s*:\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/;

function readToken(text: string): { condition: Condition; length: number } {
  const found = tokenPattern.exec(text);
  const name = found?.[1] ?? '';
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!found || !field) throw new UnreadableQuery(`Invalid query near "${text.slice(0, 40)}".`);
  const value = (found[2]?.replace(/\\(.)/g, '$1') ?? found[3] ?? '').toLowerCase();
  const condition = (connector: Connector) => {
    const actual = field(connector)?.toLowerCase();
    return actual !== undefined && (containing.includes(name) ? actual.includes(value) : actual === value);
  };
  return { condition, length: found[0].length };
}
