/**
 * Whether JSON from outside may be parsed at all. Some megabytes of brackets keep a parser busy for seconds and fill the memory; one
 * look at the bytes tells beforehand how deep they nest and how many values they hold.
 */

export type JsonBounds = { deepest: number; mostValues: number };

/** Which bound the bytes are beyond; `null` for none, and for what is no JSON, which the parser refuses at its first byte. */
export function jsonExcess(
  bytes: Uint8Array,
  { deepest, mostValues }: JsonBounds,
): 'depth' | 'values' | null {
  if (!beginsLikeJson(bytes)) return null;
  let depth = 0;
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) at = endOfText(bytes, at);
    else if (byte === openArray || byte === openObject) {
      depth += 1;
      values += 1;
      if (depth > deepest) return 'depth';
    } else if (byte === closeArray || byte === closeObject) depth -= 1;
    else if (byte === comma) values += 1;
    if (values > mostValues) return 'values';
  }
  return null;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** An array or an object, after blanks and a byte order mark: nothing else can nest. */
function beginsLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  return first === openArray || first === openObject;
}

/** The place of the closing quotation mark. */
function endOfText(bytes: Uint8Array, begin: number): number {
  for (let at = begin + 1; at < bytes.length; at += 1) {
    if (bytes[at] === backslash) at += 1;
    else if (bytes[at] === quote) return at;
  }
  return bytes.length;
}
