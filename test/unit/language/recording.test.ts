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
    ['MPEG 1', [0xff, 0xfb, 0x90, 0x44], 417, 1152 / 44_100],
    ['MPEG 1 with padding', [0xff, 0xfb, 0x92, 0x44], 418, 1152 / 44_100],
    ['MPEG 2', [0xff, 0xf3, 0x80, 0xc4], 208, 576 / 22_050],
    ['MPEG 2.5', [0xff, 0xe3, 0x88, 0xc4], 576, 576 / 8000],
  ])('as an MP3 of %s, whose length is counted in frames (INB-5)', (_, header, bytes, seconds) => {
    const frame = Buffer.alloc(bytes);
    frame.set(header);

    const { kind, ...read } = readRecording(Buffer.concat(Array(40).fill(frame)));

    expect(kind).toBe('mp3');
    expect(read).toEqual({ seconds: expect.closeTo(40 * seconds, 6) });
  });

  it('as an MP3 behind its tags', () => {
    const frame = Buffer.alloc(417);
    frame.set([0xff, 0xfb, 0x90, 0x44]);
    const tag = Buffer.alloc(10 + 200);
    tag.set([...Buffer.from('ID3'), 4, 0, 0, 0, 0, 1, 72]);

    expect(readRecording(Buffer.concat([tag, ...Array(10).fill(frame)])).kind).toBe('mp3');
  });

  it.each([
    ['tags of an MP3 and no sound', Buffer.from('ID3\u0003 and more than twelve bytes')],
    ['one frame of MP3 by chance', Buffer.from([0xff, 0xfb, 0x90, 0x44, 1, 2, 3])],
    ['MPEG layer II', Buffer.from([0xff, 0xfd, 0x90, 0x44, 1, 2, 3])],
    ['nothing', Buffer.alloc(0)],
    ['a WAV file cut off', riff(format(7, 1, 8000, 8000))],
    ['sound before its format', riff(chunk('data', Buffer.alloc(4)))],
  ])('as something else: %s', (_, bytes) => {
    expect(readRecording(bytes)).toEqual({ kind: 'other' });
  });
});
