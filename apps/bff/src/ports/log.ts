/** What a slice may say to the log: facts that are safe to keep, and a fixed sentence. */
export interface Log {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
}
