/** A value as one word of a POSIX shell. Within single quotes nothing has a meaning but the quote that ends them. */
export function shellWord(text: string): string {
  const writable = text.toWellFormed().replaceAll('\0', '\ufffd');
  return `'${writable.replaceAll("'", String.raw`'\''`)}'`;
}
