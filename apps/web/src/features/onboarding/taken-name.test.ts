import { expect, test } from 'vitest';
import { takenNameProblem } from './taken-name.ts';

const there = [
  { cloud: 'aws', name: 'Coho Vineyard' },
  { cloud: 'azure', name: 'Northwind' },
] as const;

test('a name that another connector of the same cloud has is refused at its field', () => {
  expect(takenNameProblem(there, { cloud: 'aws', name: ' Coho Vineyard ' })).toContain('Choose another one');
  const stored = [{ cloud: 'aws', name: 'R&amp;amp;D  Zu\u0308rich' }] as const;
  expect(takenNameProblem(stored, { cloud: 'aws', name: 'R&D Zürich' })).toContain('Choose another one');
  expect(takenNameProblem(stored, { cloud: 'aws', name: 'r&d Zürich' })).toBeUndefined();
  expect(takenNameProblem(there, { cloud: 'azure', name: 'Coho Vineyard' })).toBeUndefined();
  expect(takenNameProblem(there, { cloud: 'aws', name: 'Coho Vineyards' })).toBeUndefined();
  expect(takenNameProblem(there, { cloud: 'aws', name: '' })).toBeUndefined();
});
