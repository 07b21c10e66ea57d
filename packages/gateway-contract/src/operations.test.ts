import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyOperation, gatewayOperations, InvalidGatewayId } from './index.ts';

const hostileIds = [
  '',
  '.',
  '..',
  '%2e%2e',
  'a/../x',
  '\t..',
  '1;x',
  '1?x=1',
  '1#',
  '１２',
  '1e3',
  '-1',
  '+1',
  '0',
  '007',
  ' 1',
  '1\n',
  '1.0',
  '0x10',
  '9223372036854775808',
  '99999999999999999999',
  '[]',
  '{}',
  'null',
];

const withParams = everyOperation.filter((operation) => Object.keys(operation.params).length > 0);

describe.each(withParams)('INJ-02 the path of $id', (operation) => {
  const names = Object.keys(operation.params);

  test.each(hostileIds)('refuses %j as an id', (hostile) => {
    const params = Object.fromEntries(names.map((name) => [name, hostile]));
    expect(() => operation.path(params)).toThrow(InvalidGatewayId);
  });

  test('refuses a missing id', () => {
    expect(() => operation.path({})).toThrow(InvalidGatewayId);
  });

  test('is its template with nothing but harmless characters, whatever it was given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webPath()), (value) => {
        const path = pathOrNothing(operation, Object.fromEntries(names.map((name) => [name, value])));
        expect(path ?? '/').toMatch(/^[/\w.-]+$/);
        expect(path ?? '/').not.toContain('..');
      }),
    );
  });
});

test('an id as long as the gateway can count becomes part of a path', () => {
  const path = gatewayOperations.W12.path({ id: '9223372036854775807' });
  expect(path).toBe('/connectors/v1.0/aws/org/9223372036854775807/job/summary/latest');
});

test('Azure paths keep their trailing slashes', () => {
  expect(gatewayOperations.A5.path({})).toBe('/connectors/v1.0/org/azure/');
  expect(gatewayOperations.A7.path({})).toBe('/connectors/v1.0/org/azure/run/');
  expect(gatewayOperations.A6.path({ id: '406118' })).toBe('/connectors/v1.0/org/azure/406118');
});

test('an invalid id is not repeated in the error that refuses it', () => {
  expect(() => gatewayOperations.A6.path({ id: 'hunter2-secret' })).toThrow(/^(?!.*hunter2)/);
});

function pathOrNothing(operation: (typeof everyOperation)[number], params: Record<string, string>) {
  try {
    return operation.path(params);
  } catch (error) {
    if (error instanceof InvalidGatewayId) return null;
    throw error;
  }
}
