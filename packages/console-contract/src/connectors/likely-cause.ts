/** What an error of a job most likely means, and what to do about it. */
import * as z from 'zod/mini';

/** What a known message most likely means. `likely`, because one provider text can have several causes. */
export const LikelyCause = z.object({
  title: z.string(),
  kind: z.enum(['configuration', 'transient', 'licence', 'platform']),
  explanation: z.string(),
  steps: z.array(z.string()),
  link: z.nullable(z.string()),
});
export type LikelyCause = z.output<typeof LikelyCause>;
