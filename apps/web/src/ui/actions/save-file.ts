/** Hands a file to the browser for saving, as if a link to it had been pressed. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser begins to read it only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
