/** Why what was typed does not confirm: `null` when it does. Capitals count, and which one is wrong is named. */
export function typedNameProblem(typed: string, name: string): string | null {
  const [is, wanted] = [typed.trim(), name.trim()];
  if (is === wanted) return null;
  if (is === '') return `Type ${wanted} first.`;
  if (is.toLocaleLowerCase() !== wanted.toLocaleLowerCase()) return `This is not ${wanted}.`;
  const letters = Array.from(wanted);
  const wrong = letters.find((letter, index) => letter !== Array.from(is)[index]) ?? '';
  const size = wrong === wrong.toLocaleLowerCase() ? 'small' : 'capital';
  return `It is ${wanted}, with ${size} ${wrong}.`;
}
