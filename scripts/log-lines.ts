/** Turns what a service writes into what a person at a terminal wants to see: warnings, errors and plain words. */

/** The levels of the services' structured logs (pino's numbers). */
const WARNING = 40;
const ERROR = 50;

/** The line to show, or nothing for a line that only matters to a log collector. */
export function lineForPeople(service: string, line: string): string | undefined {
  const entry = parse(line);
  if (entry === undefined) return line.trim() === '' ? undefined : `${service}: ${line}`;
  if (entry.level < WARNING) return undefined;
  const severity = entry.level >= ERROR ? 'error' : 'warning';
  const told = [...entry.facts, ...(entry.cause === undefined ? [] : [entry.cause])].join(', ');
  const cause = told === '' ? '' : ` (${told})`;
  return `${service} ${severity}: ${entry.message}${cause}`;
}

type LogEntry = { level: number; message: string; facts: string[]; cause: string | undefined };

function parse(line: string): LogEntry | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null) return undefined;
    const level = 'level' in entry && typeof entry.level === 'number' ? entry.level : 0;
    const message = 'msg' in entry && typeof entry.msg === 'string' ? entry.msg : line;
    return {
      level,
      message,
      facts: factsOf(entry),
      cause: 'err' in entry ? messageOf(entry.err) : undefined,
    };
  } catch {
    return undefined;
  }
}

/** What a warning is about: the workspace as its address names it, the cloud, the connector, and the kind of trouble. */
function factsOf(entry: object): string[] {
  const facts = new Map<string, unknown>(Object.entries(entry));
  return [
    ['workspaceId', 'workspace '],
    ['cloud', ''],
    ['connector', 'connector '],
    ['code', ''],
  ].flatMap(([name = '', label = '']) => {
    const fact = facts.get(name);
    return typeof fact === 'string' ? [`${label}${fact}`] : [];
  });
}

function messageOf(error: unknown): string | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'message' in error &&
    typeof error.message === 'string'
    ? error.message
    : undefined;
}
