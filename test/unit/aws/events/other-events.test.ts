import { describe, expect, it } from 'vitest';
import { readChangedItems } from '../../../../lib/aws/events/changed-items.ts';
import { readJournalRecord } from '../../../../lib/aws/events/journal-stream-record.ts';
import { readObjectCreated } from '../../../../lib/aws/events/object-created-event.ts';
import { readRecordingCreated } from '../../../../lib/aws/events/recording-created-event.ts';

const uploaded = (key: string) => ({
  version: '0',
  id: 'e-1',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  time: '2026-03-02T09:00:00Z',
  region: 'eu-central-1',
  resources: ['arn:aws:s3:::contacts'],
  detail: {
    version: '0',
    bucket: { name: 'contacts' },
    object: { key, size: 5, etag: 'x', sequencer: '00' },
    reason: 'PutObject',
  },
});

describe('an uploaded file', () => {
  it('is imported into the campaign whose folder it lies in (REC-10)', () => {
    expect(readObjectCreated(uploaded('imports/spring/zákazníci 1.csv'))).toEqual({
      campaign: 'spring',
      key: 'imports/spring/zákazníci 1.csv',
      since: expect.any(Number),
    });
  });

  it('goes on where a run has stopped, and is undone, by messages of our own', () => {
    const undo = { campaign: 'spring', key: 'imports/spring/a.csv', undo: { by: 'olga' } };

    expect(readObjectCreated(undo)).toEqual(undo);
  });

  it('reaches the import from a folder below, which reports it', () => {
    expect(readObjectCreated(uploaded('imports/spring/done/a.csv'))).toEqual({
      campaign: 'spring',
      key: 'imports/spring/done/a.csv',
      since: expect.any(Number),
    });
  });

  it('fails in no folder of a campaign, so that it is found among the dead letters', () => {
    expect(() => readObjectCreated(uploaded('imports/spring.csv'))).toThrow(
      "'imports/spring.csv' belongs to no campaign: upload it to imports/<campaign>/",
    );
  });

  it.each(['imports/spring/', 'imports/', 'reports/spring/a.csv'])(
    'says nothing to us as %s',
    (key) => {
      expect(readObjectCreated(uploaded(key))).toBeUndefined();
    },
  );
});

describe('a recording of Connect', () => {
  it('is looked through for messages of the caller (INB-6)', () => {
    const key = 'connect/ivr/2026/03/02/c-1_20260302T09:00_UTC.wav';

    expect(readRecordingCreated(uploaded(key))).toEqual({ key });
  });

  it('says nothing to us when it is no sound', () => {
    expect(readRecordingCreated(uploaded('connect/analysis/c-1.json'))).toBeUndefined();
  });
});

describe('records of streams together', () => {
  const image = (NewImage: object) => ({ eventName: 'MODIFY', dynamodb: { NewImage } });
  const presence = image({ pk: { S: 'agents#sales' }, sk: { S: 'eva' }, activity: { S: 'break' } });
  const line = image({
    ...{ pk: { S: 'spring/ann' }, sk: { S: '000000003.00' }, campaign: { S: 'spring' } },
    entry: { S: '{"type":"record.closed","at":1,"because":"asked for it"}' },
  });

  it('say that agents came, went or took a break, and not who', () => {
    expect(readChangedItems([presence])).toEqual({ lines: [], agents: true });
  });

  it('say what the journal was given', () => {
    const { lines, agents } = readChangedItems([line]);

    expect(lines.map(({ id }) => id)).toEqual(['spring/ann.000000003.00']);
    expect(agents).toBe(false);
  });
});

describe('a record of the journal stream', () => {
  const image = (record?: string) => ({
    eventID: '1',
    eventName: 'INSERT',
    eventSource: 'aws:dynamodb',
    dynamodb: {
      Keys: { pk: { S: 'spring/ann' }, sk: { S: '000000003.00' } },
      NewImage: {
        pk: { S: 'spring/ann' },
        sk: { S: '000000003.00' },
        campaign: { S: 'spring' },
        ...(record && { record: { S: record } }),
        entry: { S: '{"type":"record.closed","at":1,"because":"asked for it"}' },
      },
      StreamViewType: 'NEW_IMAGE',
    },
  });
  const entry = { type: 'record.closed', at: 1, because: 'asked for it' };

  it('gives the entry with its owner, under an id that a repetition has, too (WHK-2)', () => {
    const read = readJournalRecord(image('ann'));

    expect(read).toEqual([
      { entry: { id: 'spring/ann.000000003.00', campaign: 'spring', record: 'ann', entry } },
    ]);
    expect(readJournalRecord(image('ann'))).toEqual(read);
  });

  it('gives each of the entries that lie together its own id', () => {
    const { dynamodb, ...rest } = image('ann');
    const two = JSON.stringify([entry, { ...entry, at: 2 }]);
    const NewImage = { ...dynamodb.NewImage, sk: { S: '000000003.03' }, entry: { S: two } };

    const read = readJournalRecord({ ...rest, dynamodb: { ...dynamodb, NewImage } });

    expect(read.map((line) => line.entry)).toEqual([
      { id: 'spring/ann.000000003.03', campaign: 'spring', record: 'ann', entry },
      {
        ...{ id: 'spring/ann.000000003.04', campaign: 'spring', record: 'ann' },
        entry: { ...entry, at: 2 },
      },
    ]);
  });

  it('has no record when it tells of the campaign', () => {
    expect(readJournalRecord(image())).toEqual([
      { entry: { id: 'spring/ann.000000003.00', campaign: 'spring', entry } },
    ]);
  });

  it('is refused without the new image', () => {
    expect(() => readJournalRecord({ eventName: 'REMOVE', dynamodb: {} })).toThrow(/NewImage/);
  });
});
