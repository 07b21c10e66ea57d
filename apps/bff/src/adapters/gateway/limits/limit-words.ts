/**
 * What the body of a refusal says about a call limit. The vendor's older interfaces write it in XML, its newer ones in JSON, a
 * proxy before them in plain text; headers need not come with any of them.
 */

/** `waitSeconds` is `null` when the body names no time. */
export type LimitWords = {
  /** The vendor's own code, which means nothing else; without it only the sentence says so. */
  byCode: boolean;
  /** Too many calls at the same time: over as soon as one of them ends. */
  crowded: boolean;
  waitSeconds: number | null;
};

/** As much of a body as can hold such a sentence. */
const longestRead = 20_000;

/** The vendor's codes: 1960 for too many calls at the same time, 1965 for too many within the window. */
const codes =
  /["']?\b(?:error|response|status|result)?_?-?code\b["']?\s*[:=]\s*["']?(196[05])\b|<(?:\w{0,20}code)\b[^>]{0,100}>\s*(196[05])\s*</i;
const crowdedWords =
  /\bcurrently running instance|concurren\w{1,5}.{0,40}(limit|exceed|reached)|(limit|maximum).{0,40}concurren/i;
const limitWords =
  /cannot be run again (for|until)|\b(rate|throttl\w{0,5}|quota|api|call|request)s?[ -]?limit\w{0,5}\b.{0,40}(exceed|reach|hit|violat|block)|(exceed|reach)\w{0,5}.{0,40}\b(rate|quota|api|call|request)s?[ -]?(limit|quota)|\btoo many (requests|calls)|\bthrottled\b|\bquota (was |has been )?exceeded/i;

/** `null` when it does not speak of a limit. */
export function limitWordsIn(body: string): LimitWords | null {
  const text = body.slice(0, longestRead);
  const [, inFields, inMarkup] = codes.exec(text) ?? [];
  const code = inFields ?? inMarkup;
  const crowded = code === '1960' || (code === undefined && crowdedWords.test(text));
  if (code === undefined && !crowded && !limitWords.test(text)) return null;
  return { byCode: code !== undefined, crowded, waitSeconds: waitIn(text) };
}

const units = { day: 86_400, hour: 3600, minute: 60, second: 1 } as const;
const lengths = /(\d{1,7})\s*(day|hour|minute|second)s?\b/gi;
/** Where a number without a unit is one of seconds. */
const plainSeconds =
  /(?:seconds_?to_?wait|to_?wait_?sec\w{0,5}|retry_?after\w{0,9})\b["']?(?:\s*[:=]\s*|\s*<\/key>\s*<value>\s*|[^>]{0,20}>\s*)["']?(\d{1,7})/i;

/** "another 23 hours, 57 minutes and 54 seconds", or `SECONDS_TO_WAIT` and its value. */
function waitIn(text: string): number | null {
  const named = plainSeconds.exec(text)?.[1];
  if (named !== undefined) return positive(Number(named));
  const sentence =
    /(?:another|again (?:in|after)|wait|retry (?:in|after))\b(.{0,80})/is.exec(text)?.[1] ?? '';
  const parts = [...sentence.matchAll(lengths)].map(([, count, unit]) => Number(count) * secondsOf(unit));
  return positive(parts.reduce((sum, part) => sum + part, 0));
}

function secondsOf(unit: string | undefined): number {
  const known: Record<string, number> = units;
  return known[unit?.toLowerCase() ?? ''] ?? 0;
}

function positive(seconds: number): number | null {
  return seconds > 0 ? seconds : null;
}
