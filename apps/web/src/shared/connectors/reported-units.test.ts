import { expect, test } from 'vitest';
import { reportedUnits } from './reported-units.ts';

const payments = { id: 'ou-zar5-payments', name: 'Payments', path: '/Root/Workloads' };

test('a unit has its name and the path above it, by its whole id as by its short one', () => {
  const named = { name: 'Payments', above: ['Root/Workloads'] };

  expect(reportedUnits(['ou-zar5-payments', 'ou-payments'], [payments])).toMatchObject([named, named]);
});

test('a short id that fits two units has the name of neither', () => {
  const other = { id: 'ou-o7er-payments', name: 'Other payments', path: '/Root' };

  expect(reportedUnits(['ou-payments'], [payments, other])).toEqual([{ id: 'ou-payments', kind: undefined }]);
});

test('an account is called one, whether it was reported or not', () => {
  expect(reportedUnits(['210987654321'], [])).toEqual([{ id: '210987654321', kind: 'Account' }]);
});
