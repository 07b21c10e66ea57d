/** The database cannot be started or reached. Message and remedy are for the person who starts the console; no secret in either. */
export class DatabaseUnavailable extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(`${message} ${remedy}`);
    this.name = 'DatabaseUnavailable';
    this.remedy = remedy;
  }
}
