/**
 * zod compiles object schemas with `new Function` where it can, and probes for that first. The page's policy forbids
 * it and reports the attempt, so the probe is switched off before any schema is parsed. Import this before all else.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });
