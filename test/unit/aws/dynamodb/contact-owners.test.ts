import { describe, expect, it } from 'vitest';
import type { Dynamo } from '../../../../lib/aws/dynamodb/document-table.ts';
import { contactItem } from '../../../../lib/aws/dynamodb/record-items.ts';
import { dynamoRecordStore } from '../../../../lib/aws/dynamodb/record-store.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { anAttempt, aRecord } from '../../../support/records.ts';

const TABLES = { records: 'records', dueIndex: 'due', journal: 'journal', runtime: 'runtime' };
const CALL = contactId('c-1');

/** A store over a table that has nothing but the owner of a call. */
function storeWith(direction: 'outbound' | 'inbound') {
  const attempt = anAttempt(aRecord('ann'), 'a1', { direction, contact: CALL });
  const asked: string[] = [];
  const db: Partial<Dynamo> = {
    get: async (_table, { pk }) => {
      asked.push(pk);
      return contactItem(CALL, attempt);
    },
  };
  return { asked, records: dynamoRecordStore(db as Dynamo, TABLES) };
}

describe('the owner of a call', () => {
  it.each([
    ['outbound', 1],
    ['inbound', 2],
  ] as const)('of an %s call is asked for %d times for two events', async (direction, times) => {
    const { asked, records } = storeWith(direction);

    const owners = [await records.findByContact(CALL), await records.findByContact(CALL)];

    expect(owners).toEqual([owners[0], owners[0]]);
    expect(owners[0]).toMatchObject({ attempt: 'a1', ref: { record: 'ann' } });
    expect(asked).toHaveLength(times);
  });
});
