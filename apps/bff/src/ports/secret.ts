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
