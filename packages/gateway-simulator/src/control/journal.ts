/** A record of every request the simulator was asked, without any secret. */
import { createHash } from 'node:crypto';

/** One request. `committed`: it changed the world, whatever the caller was told. `status` is null when the connection was cut. */
export type JournalEntry = {
  sequence: number;
  at: string;
  operation: string | null;
  method: string;
  path: string;
  /** As received; secret-bearing values are replaced by `sha256:…`. */
  headers: Record<string, string>;
  bytes: number;
  bodyHash: string | null;
  /** The JSON body with secrets replaced by `sha256:…`; null when there was none or it was no JSON. */
  body: unknown;
  committed: boolean;
  fault: boolean;
  status: number | null;
};

export type Journal = {
  add(entry: Omit<JournalEntry, 'sequence'>): void;
  entries(): readonly JournalEntry[];
  clear(): void;
};

const entriesKept = 20_000;

export function createJournal(): Journal {
  let entries: JournalEntry[] = [];
  let sequence = 0;
  return {
    add: (entry) => {
      sequence += 1;
      entries.push({ sequence, ...entry });
      if (entries.length > entriesKept) entries = entries.slice(-entriesKept / 2);
    },
    entries: () => entries,
    clear: () => {
      entries = [];
      sequence = 0;
    },
  };
}

const secretHeaders = ['authorization', 'clientsecret', 'cookie'];
const secretFields = ['secretValue', 'externalId', 'memberExternalId'];

export function withoutSecretHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) =>
      secretHeaders.includes(name.toLowerCase()) ? [name, hashOf(value)] : [name, value],
    ),
  );
}

/** The body as JSON with its secrets hashed; null when it is none. */
export function withoutSecretFields(bodyText: string): unknown {
  try {
    return JSON.parse(bodyText, (name, value: unknown) =>
      secretFields.includes(name) && typeof value === 'string' ? hashOf(value) : value,
    );
  } catch {
    return null;
  }
}

export function hashOf(value: string): string {
  return `sha256:${createHash('sha256').update(value).digest('hex')}`;
}
