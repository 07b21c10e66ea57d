/** Terraform's own parser, translated to JavaScript. What it cannot read it answers with an error beside nothing. */
import hcl from 'hcl2-parser';
import * as z from 'zod/mini';

const Answer = z.tuple([z.nullable(z.record(z.string(), z.unknown())), z.unknown()]);

/** Blocks by type and labels; expressions stay as their source in `${…}`. */
export function parseHcl(text: string): Record<string, unknown> {
  const [parsed] = Answer.parse(hcl.parseToObject(text));
  if (parsed === null) throw new Error(`This is no HCL:\n${text}`);
  return parsed;
}
