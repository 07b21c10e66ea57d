import { expect, test } from 'vitest';
import { typedNameProblem } from './typed-name.ts';

test('a name that is typed wrongly is told with what is wrong about it', () => {
  expect(typedNameProblem(' Coho Vineyard ', 'Coho Vineyard')).toBeNull();
  expect(typedNameProblem('Coho vineyard', 'Coho Vineyard')).toBe('It is Coho Vineyard, with capital V.');
  expect(typedNameProblem('COho Vineyard', 'Coho Vineyard')).toBe('It is Coho Vineyard, with small o.');
  expect(typedNameProblem('Coho', 'Coho Vineyard')).toBe('This is not Coho Vineyard.');
  expect(typedNameProblem(' ', '12')).toBe('Type 12 first.');
});
