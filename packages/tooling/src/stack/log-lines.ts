/** Selects what a person at the terminal sees of a service's output: warnings, errors and plain text. */
import { prettyFactory } from 'pino-pretty';

const pretty = prettyFactory({
  colorize: false,
  minimumLevel: 'warn',
  ignore: 'time,pid,hostname',
  hideObject: true,
  messageFormat:
    '{msg}{if workspaceId}, workspace {workspaceId}{end}{if cloud}, {cloud}{end}' +
    '{if connector}, connector {connector}{end}{if code}, {code}{end}{if err.message}: {err.message}{end}',
});

/** The line to show, or nothing for a line that only a log collector needs. */
export function lineForPeople(service: string, line: string): string | undefined {
  const text: string | undefined = line.startsWith('{') ? pretty(line) : line;
  return text?.trim() ? `${service}: ${text.trimEnd()}` : undefined;
}
