/** Names as users give them: they may hold every sign that keeps names apart elsewhere. */

/** Names in one line. One that holds a comma or a semicolon stands in quotes, so that it is not read as two. */
export function namesInLine(names: readonly string[]): string {
  return names.map((name) => (/[,;]/.test(name) ? `“${name}”` : name)).join(', ');
}
