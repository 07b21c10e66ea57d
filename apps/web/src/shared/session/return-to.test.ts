import { describe, expect, test } from 'vitest';
import { safeReturnTo } from './return-to.ts';

const refused = [
  null,
  '',
  'connectors',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%09/evil.example',
  '/%0a/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'https:evil.example',
  'https://evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  '/\0',
  '/%00',
  '/%2f/evil.example',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '/%5C%5Cevil.example',
  '/%255cevil.example',
  '/%252F%252Fevil.example',
  '/%25252fevil.example/%5c',
  '/%E0%A4%A',
  '/api/session',
  '/api',
  '/API/logout',
  '/x/../api/logout',
  '/sign-in?returnTo=/sign-in',
  '/setup?token=x',
];

const kept = [
  '/',
  '/w/4b6a/connectors',
  '/w/4b6a/connectors?filter=cloud%3Aaws&sort=-name',
  '/w/4b6a/connectors/azure/12/members#top',
  '/apiary',
];

describe('RED-01 sign-in returns to a place of this console only', () => {
  test.each(refused)('%j leads to the start page', (wanted) => {
    expect(safeReturnTo(wanted)).toBe('/');
  });

  test.each(kept)('%j is kept', (wanted) => {
    expect(safeReturnTo(wanted)).toBe(wanted);
  });
});
