/** A text that cannot be printed: logs, JSON, templates and inspectors see only the word. Grep `.exposeSecret(` to audit every use. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  exposeSecret(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  // The symbol is registered globally, so that this file needs nothing of Node's.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}

/** A request as a service gets it: the credentials called `Name` cannot be printed any more. */
export type WithSecrets<Request, Name extends keyof Request> = {
  [Key in keyof Request]: Key extends Name ? Secret | Extract<Request[Key], undefined> : Request[Key];
};

/** For a credential that a request may leave out. */
export function secretIfGiven(text: string | undefined): Secret | undefined {
  return text === undefined ? undefined : new Secret(text);
}
