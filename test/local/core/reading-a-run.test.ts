import { expect, it } from 'vitest';
import { LogSink } from '../../../lib/local/logs.ts';
import { chunksOf64KB, Meter } from '../../../lib/local/meter.ts';
import { RingBuffer } from '../../../lib/local/ring-buffer.ts';

it('the meter adds up calls and units per service, action and caller', () => {
  const meter = new Meter();
  meter.count('sqs', 'SendMessage', 'a', 2);
  meter.count('sqs', 'SendMessage', 'a');
  meter.count('sqs', 'SendMessage', 'b');

  expect(meter.lines()).toEqual([
    { service: 'sqs', action: 'SendMessage', principal: 'a', calls: 2, units: 3 },
    { service: 'sqs', action: 'SendMessage', principal: 'b', calls: 1, units: 1 },
  ]);
  expect(meter.calls('sqs', 'SendMessage')).toBe(3);

  meter.reset();

  expect(meter.lines()).toEqual([]);
});

it.each([
  [0, 1],
  [65_536, 1],
  [65_537, 2],
])('%d bytes are priced as %d chunks', (bytes, chunks) => {
  expect(chunksOf64KB(bytes)).toBe(chunks);
});

it('structured lines are read as objects, others left alone', () => {
  const logs = new LogSink();
  for (const text of ['plain', '{"level":"WARN"}', '{broken'])
    logs.write({ at: 0, function: 'f', requestId: 'r', text });

  expect(logs.entries('f')).toEqual([{ level: 'WARN' }]);
  expect(logs.lines('g')).toEqual([]);
});

it('what came last is kept, never less than the limit', () => {
  const recent = new RingBuffer<number>(3);
  for (let i = 1; i <= 7; i++) recent.add(i);

  expect(recent.all()).toEqual([4, 5, 6, 7]);
});
