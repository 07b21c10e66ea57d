/** Reads single variables and collects what is wrong with them. An empty value counts as unset, as compose files write it. */
import { SettingProblem } from './config-origins.ts';
import { KeyTextProblem } from './key-encryption-keys.ts';
import { Secret } from './ports/secret.ts';

type Bounds = { fallback: number; min: number; max: number };

export class Settings {
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly problems: string[] = [];

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  problem(sentence: string): void {
    this.problems.push(sentence);
  }

  value(name: string): string | undefined {
    const text = this.#environment[name]?.trim();
    return text === '' ? undefined : text;
  }

  /** Taken as it is, for spaces may belong to a password. */
  secret(name: string): Secret | undefined {
    const text = this.#environment[name];
    return text === undefined || text === '' ? undefined : new Secret(text);
  }

  /** Runs a reader that throws `SettingProblem` or `KeyTextProblem`, whose message continues the subject. */
  attempt<T>(subject: string, reader: () => T): T | undefined {
    try {
      return reader();
    } catch (error) {
      if (!(error instanceof SettingProblem || error instanceof KeyTextProblem)) throw error;
      this.problem(`${subject} ${error.message}`);
      return undefined;
    }
  }

  parsed<T>(name: string, reader: (value: string) => T): T | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : this.attempt(name, () => reader(value));
  }

  number(name: string, { fallback, min, max }: Bounds): number {
    const read = this.parsed(name, (value) => {
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (!(number >= min && number <= max))
        throw new SettingProblem(`must be a whole number from ${min} to ${max}.`);
      return number;
    });
    return read ?? fallback;
  }

  flag(name: string): boolean {
    return this.oneOf(name, ['0', '1']) === '1';
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    return this.parsed(name, (value) => {
      const choice = choices.find((candidate) => candidate === value);
      if (choice === undefined) throw new SettingProblem(`must be one of ${choices.join(', ')}.`);
      return choice;
    });
  }
}
