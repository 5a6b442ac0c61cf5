// What was filled in and not sent: kept by a tab, known to the others.
import { describe, expect, it } from 'vitest';
import { Drafts, type Others } from '../../../../web/desk/contact/draft.ts';

const ANN = 'jana/spring/ann/a1';

function session() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

/** A browser: what a tab says, all others hear. */
function browser() {
  const heard: ((word: unknown) => void)[] = [];
  const tab = (keep = session()) => {
    let mine: ((word: unknown) => void) | undefined;
    const others: Others = {
      postMessage: (word) => {
        for (const hear of [...heard]) if (hear !== mine) hear(structuredClone(word));
      },
      listen: (hear) => {
        mine = hear;
        heard.push(hear);
      },
    };
    return new Drafts(keep, others);
  };
  return { tab };
}

describe('a draft', () => {
  it('outlives a reload of its tab, by contact, until it is forgotten', () => {
    const keep = session();
    new Drafts(keep, undefined).change(ANN, { fields: { name: 'Ann' }, classifier: 'sold' });
    const reloaded = new Drafts(keep, undefined);

    expect(reloaded.read(ANN)).toEqual({ fields: { name: 'Ann' }, classifier: 'sold' });
    expect(reloaded.read('jana/spring/ben/b1')).toEqual({ fields: {} });
    reloaded.forget(ANN);
    expect(keep.kept.size).toBe(0);
  });

  it('is empty where what is kept cannot be read', () => {
    const keep = session();
    keep.setItem(`ringback.draft.${ANN}`, '{');

    expect(new Drafts(keep, undefined).read(ANN)).toEqual({ fields: {} });
  });

  it('is the same in all tabs of a person, and another person’s is not', () => {
    const { tab } = browser();
    const [one, other] = [tab(), tab()];
    one.read(ANN);
    other.read(ANN);
    one.change(ANN, { fields: { name: 'Ann' } });
    other.change(ANN, { classifier: 'sold' });

    expect(one.read(ANN)).toEqual({ fields: { name: 'Ann' }, classifier: 'sold' });
    expect(other.read(ANN)).toEqual(one.read(ANN));
    expect(one.read('petr/spring/ann/a1')).toEqual({ fields: {} });
  });

  it('is there in a tab that is opened later', () => {
    const { tab } = browser();
    const one = tab();
    one.change(ANN, { letter: { kind: 'sms', id: 'm-1', text: 'Dear Ann' } });

    expect(tab().read(ANN).letter).toEqual({ kind: 'sms', id: 'm-1', text: 'Dear Ann' });
  });

  it('is gone in all tabs once one has sent it, whatever they still show', () => {
    const { tab } = browser();
    const keep = session();
    const [one, other] = [tab(), tab(keep)];
    one.change(ANN, { fields: { name: 'Ann' } });
    other.read(ANN);
    one.forget(ANN);

    expect(other.read(ANN)).toEqual({ fields: {} });
    expect(keep.kept.size).toBe(0);
    expect(tab().read(ANN)).toEqual({ fields: {} });
  });

  it('tells who listens, and keeps the same object while nothing changes', () => {
    const { tab } = browser();
    const [one, other] = [tab(), tab()];
    let told = 0;
    other.listen(() => told++);
    const before = other.read(ANN);

    expect(other.read(ANN)).toBe(before);
    one.change(ANN, { fields: { name: 'A' } });
    expect(told).toBe(1);
    expect(other.read(ANN)).not.toBe(before);
  });

  it('comes out the same in both tabs when both change it at the same moment', () => {
    const words: [number, unknown][] = [];
    const late = (from: number): Others & { hear: (word: unknown) => void } => {
      let hear: (word: unknown) => void = () => {};
      return {
        postMessage: (word) => void words.push([from, structuredClone(word)]),
        listen: (heard) => {
          hear = heard;
        },
        hear: (word) => hear(word),
      };
    };
    const lines = [late(0), late(1)] as const;
    const [one, other] = [new Drafts(session(), lines[0]), new Drafts(session(), lines[1])];
    one.change(ANN, { classifier: 'sold' });
    other.change(ANN, { classifier: 'later' });
    for (const [from, word] of words.splice(0)) lines[from === 0 ? 1 : 0].hear(word);

    expect(one.read(ANN)).toEqual(other.read(ANN));
  });
});
