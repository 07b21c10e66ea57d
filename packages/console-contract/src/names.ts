/** Names as users give them: they may hold every character that keeps names apart elsewhere. */

/** Names in one line. One that holds a comma or a semicolon stands in quotes, so that it is not read as two. */
export function namesInLine(names: readonly string[]): string {
  return names.map((name) => (/[,;]/.test(name) ? `“${name}”` : name)).join(', ');
}

/**
 * A name as it is compared with one that went through another system: entities decoded, accents composed, runs of spaces folded, and
 * without invisible characters. Upper and lower case stay apart.
 */
export function comparableName(name: string): string {
  // Twice: what one system encoded another may have encoded again.
  return decoded(decoded(name))
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(text: string): string {
  return text.replace(ENTITY, (entity, named?: string, decimal?: string, hex?: string) => {
    if (named !== undefined) return NAMED[named.toLowerCase()] ?? entity;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : entity;
  });
}
