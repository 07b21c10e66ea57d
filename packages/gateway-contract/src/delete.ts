/** What a delete answers: a JSON string on AWS (W9), nothing documented on Azure (A16). */
import { z } from 'zod';

/** Any body of a successful delete; only a sentence is taken from it. */
export const DeleteAnswer = z.unknown().transform((body): { message: string | null } => {
  const spoken = z.union([z.string(), z.object({ responseMessage: z.string() })]).safeParse(body);
  if (!spoken.success) return { message: null };
  const sentence = typeof spoken.data === 'string' ? spoken.data : spoken.data.responseMessage;
  return { message: sentence.trim() === '' ? null : sentence.trim() };
});
export type DeleteAnswer = z.output<typeof DeleteAnswer>;
