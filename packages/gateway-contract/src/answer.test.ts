import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AccessToken, gatewayOperations, longestDetail, readAnswer, responseMessageOf } from './index.ts';

test.each([
  ['a login page', '<html><body>Sign in</body></html>'],
  ['nothing', ''],
  ['null', 'null'],
  ['half an answer', '{"content":[{"id":1,"na'],
  ['several answers', '{"content":[]}\n{"content":[]}'],
  ['an object that is no page', '{"status":"UP"}'],
  ['a list', '[]'],
])('FLT-12 %s where a page was expected is unreadable, not an empty list', (_name, body) => {
  expect(readAnswer(gatewayOperations.A5, body)).toMatchObject({ ok: false });
});

test('FLT-12 a byte order mark is forgiven', () => {
  expect(readAnswer(gatewayOperations.A5, '\uFEFF{"content":[]}')).toMatchObject({ ok: true });
});

test('a run answer is counted in either of its forms', () => {
  const sentence = 'A total of 12 Organization connectors have been successfully marked for running.';
  for (const body of [sentence, JSON.stringify(sentence), JSON.stringify({ responseMessage: sentence })]) {
    expect(readAnswer(gatewayOperations.A7, body)).toEqual({
      ok: true,
      answer: { responseMessage: sentence, marked: 12 },
    });
  }
});

test.each(['', 'OK', '"Successfully Deleted"', '{}', '[]'])('a delete may answer %j', (body) => {
  expect(readAnswer(gatewayOperations.A16, body)).toMatchObject({ ok: true });
});

test('a job without a status and without an error is no job', () => {
  expect(readAnswer(gatewayOperations.A2, '{}').ok).toBe(false);
});

const jwt = `${part({ alg: 'RS256' })}.${part({ iat: 10, exp: 20 })}.c2ln`;

test.each([
  ['as text', jwt],
  ['folded over lines', jwt.replaceAll('.', '.\r\n ')],
  ['quoted', JSON.stringify(jwt)],
  ['with a scheme before it', `Bearer ${jwt}`],
  ['inside an object', JSON.stringify({ access_token: jwt })],
])('FLT-08 a token is taken %s', (_name, body) => {
  expect(readAnswer(gatewayOperations.T1, body)).toEqual({
    ok: true,
    answer: { jwt, issuedAtSeconds: 10, expiresAtSeconds: 20 },
  });
});

test.each([
  ['a page of HTML', '<html></html>'],
  ['nothing', ''],
  ['100 KB', `${jwt}${'a'.repeat(100_000)}`],
  ['a sentence', 'Service unavailable. Please try again. Later'],
])('FLT-08 %s is no token', (_name, body) => {
  expect(readAnswer(gatewayOperations.T1, body).ok).toBe(false);
});

test('FLT-08 an expiry that is no number is no expiry', () => {
  const odd = `${part({ alg: 'RS256' })}.${part({ exp: '20' })}.c2ln`;
  expect(AccessToken.parse(odd)).toMatchObject({ issuedAtSeconds: null, expiresAtSeconds: null });
});

test.each([
  ['{"message":"Name is taken"}', 'Name is taken'],
  ['{"responseMessage":null,"errorMessage":"No access"}', 'No access'],
  ['{"error":{"title":"Gone"}}', 'Gone'],
  ['{"errors":[{"detail":"hours is wrong"}]}', 'hours is wrong'],
  ['"BAD_REQUEST"', 'BAD_REQUEST'],
  [
    '<html><head><title>x</title></head><body><h1>502</h1> Bad <b>gateway</b></body></html>',
    '502 Bad gateway',
  ],
  ['plain\u0000 words\n\u202e', 'plain words'],
  ['', null],
  ['{}', null],
  ['[]', null],
])('the body %j says %j', (body, message) => {
  expect(responseMessageOf(body)).toBe(message);
});

test('XSS-01 no sentence taken from an answer holds a tag, a control character or more than its length', () => {
  const markup = fc.constantFrom('<script>alert(1)</script>', '<img src=x onerror=1>', '<', '>', '\u0007');
  const text = fc.array(fc.oneof(fc.string(), markup)).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((message) => JSON.stringify({ message })),
      ),
      (body) => {
        const message = responseMessageOf(body) ?? '';
        expect(message).not.toMatch(/<[a-z/]/i);
        expect(message).not.toMatch(/\p{Cc}/u);
        expect(message.length).toBeLessThanOrEqual(longestDetail);
      },
    ),
  );
});

function part(claims: object): string {
  return Buffer.from(JSON.stringify(claims)).toString('base64url');
}
