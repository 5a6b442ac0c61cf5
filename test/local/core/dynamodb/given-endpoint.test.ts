import { expect, it } from 'vitest';
import { givenEndpoint } from '../../../../lib/local/dynamodb/given-endpoint.ts';

const given = (address?: string) => givenEndpoint({ RINGBACK_DYNAMODB_ENDPOINT: address });

it('takes any endpoint it is given', () => {
  expect(given('http://dynamo.example:8000')).toEqual({
    own: 'http://dynamo.example:8000',
    host: 'dynamo.example',
    port: 8000,
  });
  expect(given('http://dynamo.example')).toMatchObject({ port: 80 });
});

it('has none where none is named', () => {
  expect([given(), given('')]).toEqual([undefined, undefined]);
});

it.each(['127.0.0.1:8000', 'https://dynamo.example', 'http://dynamo.example/tables'])(
  'refuses %s, and says what an endpoint looks like',
  (address) => {
    expect(() => given(address)).toThrow('write it like http://127.0.0.1:8000');
  },
);
