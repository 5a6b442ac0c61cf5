// A state in a word, with a mark for those who do not see its colour.
import type { ReactNode } from 'react';

export type Tone = 'good' | 'calm' | 'warn' | 'bad' | 'off';

export const Badge = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`badge ${tone}`}>
    <i aria-hidden="true">{MARKS[tone]}</i>
    {children}
  </span>
);

const MARKS: Readonly<Record<Tone, string>> = {
  good: '●',
  calm: '◐',
  warn: '▲',
  bad: '■',
  off: '○',
};
