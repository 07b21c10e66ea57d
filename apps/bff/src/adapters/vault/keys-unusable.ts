/** The keys do not fit the database, or may not be used. For the person who starts the console; never repeats a key. */
export class KeysUnusable extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(`${message} ${remedy}`);
    this.name = 'KeysUnusable';
    this.remedy = remedy;
  }
}
