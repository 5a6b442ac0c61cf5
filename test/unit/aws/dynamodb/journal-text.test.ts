import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journalText, readJournalText } from '../../../../lib/aws/dynamodb/journal-text.ts';
import { attemptId } from '../../../../lib/domain/model/ids.ts';
import { toIso } from '../../../../lib/domain/model/instant.ts';
import type { RecordEntry } from '../../../../lib/domain/model/journal.ts';
import { NOW } from '../../../support/records.ts';

const GATES = [
  ['campaign-running', true, 'running', 'running'],
  ['record-state', true, 'new', 'new or recall-scheduled'],
  ['record-free', true, 'free', 'free'],
  ['telephone-number', true, '…527'],
  ['blacklist', true, 'not listed'],
  ['last-date', true, '2026-03-02T07:00:25.676Z', '2026-05-31'],
  ['next-contact', true, '2026-03-02T07:00:25.676Z', '2026-03-02T07:00:12.804Z'],
  ['queue-hours', true, '2026-03-02T07:00:25.676Z'],
  ['callee-hours', true, '08:00 in Europe/Warsaw (PL, by its number)', '08:00-20:00'],
  ['agents-online', true, 3],
  ['share-under-cap', true, 0, 0.03],
  ['losses-left', false, 0, 1],
  ['agent-in-sight', true, 3, 1],
  ['risk-of-next-call', true, 0.016623699017229446, 0],
  ['worst-case', true, 0, 0],
  ['call-rate', true, 0, 15],
] as const;

const ID = attemptId('01KJPNJ8EC9HKR9H1G5VXDA8YB');

const ordered: RecordEntry = {
  type: 'call.ordered',
  at: NOW,
  attempt: ID,
  gates: GATES.map(([gate, passed, saw, wanted]) =>
    wanted === undefined ? { gate, passed, saw } : { gate, passed, saw, wanted },
  ),
  phoneEnds: '…527',
};

describe('the text of a journal entry', () => {
  it('gives the entry back, the gates with what they saw and wanted', () => {
    expect(readJournalText(journalText([ordered]))).toEqual([ordered]);
  });

  it('gives back whatever gates saw and wanted, the moment of the entry among it', () => {
    const value = fc.oneof(
      fc.constantFrom('@', '@@', toIso(NOW), `@${toIso(NOW)}`),
      ...[fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()],
    );
    const gate = fc.record(
      { gate: fc.string(), passed: fc.boolean(), saw: value, wanted: value },
      { requiredKeys: ['gate', 'passed', 'saw'] },
    );
    fc.assert(
      fc.property(fc.array(gate), (gates) => {
        const entry: RecordEntry = { ...ordered, gates };

        // as JSON has it: -0 is 0
        expect(readJournalText(journalText([entry]))).toEqual([JSON.parse(JSON.stringify(entry))]);
      }),
    );
  });

  it('is that of the entry where it has no gates', () => {
    const ended: RecordEntry = {
      type: 'call.ended',
      at: NOW,
      attempt: 'a1',
      status: 'not-answered',
    };

    expect(journalText([ended])).toBe(JSON.stringify(ended));
    expect(readJournalText(journalText([ended]))).toEqual([ended]);
  });

  it('is short enough, with all gates of a call, that its item is written for one unit', () => {
    expect(Buffer.byteLength(journalText([ordered]))).toBeLessThan(870);
    expect(Buffer.byteLength(JSON.stringify(ordered))).toBeGreaterThan(1024);
  });

  it('of an earlier version, with its gates written out, is read as well', () => {
    expect(readJournalText(JSON.stringify(ordered))).toEqual([ordered]);
  });
});
