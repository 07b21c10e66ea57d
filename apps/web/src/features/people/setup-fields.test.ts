import { expect, test } from 'vitest';
import { setupErrors } from './setup-fields.ts';

const complete = { name: 'Morgan Kim', email: 'morgan@example.com', password: 'a long enough sentence' };

test('complete values have no errors', () => {
  expect(setupErrors(complete)).toEqual({});
});

test('AUTH-08 a password is judged by its length alone, and the message counts what is missing', () => {
  expect(setupErrors({ ...complete, password: 'fourteen chars' })).toEqual({
    password: 'Use at least 15 characters: 1 more is needed.',
  });
  expect(setupErrors({ ...complete, password: 'ß'.repeat(15) })).toEqual({});
  expect(setupErrors({ ...complete, password: 'a'.repeat(1025) })).toHaveProperty('password');
});

test('the e-mail address is no password, however it is written', () => {
  const email = 'morgan.kim@example.com';
  expect(setupErrors({ ...complete, email, password: 'Morgan.Kim@example.com' })).toHaveProperty('password');
});

test('every empty field says what to enter', () => {
  expect(Object.keys(setupErrors({ name: ' ', email: '', password: '' }))).toEqual([
    'name',
    'email',
    'password',
  ]);
});
