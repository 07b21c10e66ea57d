import { invisibleCharacterProblem, withoutInvisibleCharacters } from '@console/console-contract';
import type { FieldRepair } from '../../ui/fields/field.tsx';

/**
 * For a field of an id, an ARN or a secret: the way to be rid of a pasted character that no user could find to delete, as long
 * as there is one. The field's error names it.
 */
export function invisibleCharactersRepair(
  value: string,
  onClean: (value: string) => void,
): FieldRepair | undefined {
  if (invisibleCharacterProblem(value) === undefined) return undefined;
  return { label: 'Remove invisible characters', act: () => onClean(withoutInvisibleCharacters(value)) };
}
