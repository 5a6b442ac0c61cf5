import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../lib/language/recording.ts';

const chunk = (name: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name), length, content, Buffer.alloc(content.length % 2)]);
};

function format(code: number, channels: number, rate: number, bytesPerSecond: number): Buffer {
  const content = Buffer.alloc(16);
  content.writeUInt16LE(code, 0);
  content.writeUInt16LE(channels, 2);
  content.writeUInt32LE(rate, 4);
  content.writeUInt32LE(bytesPerSecond, 8);
  return chunk('fmt ', content);
}

const riff = (...chunks: readonly Buffer[]) =>
  chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));

describe('a recording is read', () => {
  it('as it stands in an example', () => {
    const bytes = readFileSync('examples/medika-reception/recordings/music.wav');

    expect(readRecording(bytes)).toEqual({
      kind: 'wav',
      encoding: 'µ-law',
      channels: 1,
      rate: 8000,
      seconds: 5,
      bytes: 40_058,
    });
  });

  it('past chunks that are of no interest, odd ones too', () => {
    const bytes = riff(
      chunk('LIST', Buffer.from('odd')),
      format(1, 2, 44_100, 176_400),
      chunk('fact', Buffer.alloc(4)),
      chunk('data', Buffer.alloc(176_400)),
    );

    expect(readRecording(bytes)).toEqual({
      kind: 'wav',
      encoding: 'PCM',
      channels: 2,
      rate: 44_100,
      seconds: 1,
      bytes: bytes.length,
    });
  });

  it.each([
    ['an MP3', Buffer.from('ID3\u0003 and more than twelve bytes')],
    ['nothing', Buffer.alloc(0)],
    ['a WAV file cut off', riff(format(7, 1, 8000, 8000))],
    ['sound before its format', riff(chunk('data', Buffer.alloc(4)))],
  ])('as something else: %s', (_, bytes) => {
    expect(readRecording(bytes)).toEqual({ kind: 'other' });
  });
});
