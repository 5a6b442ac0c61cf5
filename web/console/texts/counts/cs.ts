// So many calls and agents, in Czech.
import type { Translated } from '../../../kit/texts/texts.ts';
import type { countsEn as en } from './en.ts';

export const countsCs: Translated<typeof en> = {
  'so-many.phase.ordered': {
    one: '{n} zadaný',
    few: '{n} zadané',
    many: '{n} zadaného',
    other: '{n} zadaných',
  },
  'so-many.phase.unclear': {
    one: '{n} nejasný',
    few: '{n} nejasné',
    many: '{n} nejasného',
    other: '{n} nejasných',
  },
  'so-many.phase.started': {
    one: '{n} vyzvání',
    few: '{n} vyzvánějí',
    many: '{n} vyzvání',
    other: '{n} vyzvání',
  },
  'so-many.phase.connected': {
    one: '{n} čeká na operátora',
    few: '{n} čekají na operátora',
    many: '{n} čeká na operátora',
    other: '{n} čeká na operátora',
  },
  'so-many.phase.with-agent': {
    one: '{n} s operátorem',
    few: '{n} s operátorem',
    many: '{n} s operátorem',
    other: '{n} s operátorem',
  },
  'so-many.phase.wrap-up': {
    one: '{n} v dopracování',
    few: '{n} v dopracování',
    many: '{n} v dopracování',
    other: '{n} v dopracování',
  },
  'so-many.activity.free': {
    one: '{n} volný',
    few: '{n} volní',
    many: '{n} volného',
    other: '{n} volných',
  },
  'so-many.activity.ringing': {
    one: '{n} přijímá',
    few: '{n} přijímají',
    many: '{n} přijímá',
    other: '{n} přijímá',
  },
  'so-many.activity.talking': {
    one: '{n} hovoří',
    few: '{n} hovoří',
    many: '{n} hovoří',
    other: '{n} hovoří',
  },
  'so-many.activity.wrap-up': {
    one: '{n} dopracovává',
    few: '{n} dopracovávají',
    many: '{n} dopracovává',
    other: '{n} dopracovává',
  },
  'so-many.activity.break': {
    one: '{n} na přestávce',
    few: '{n} na přestávce',
    many: '{n} na přestávce',
    other: '{n} na přestávce',
  },
  'so-many.activity.leaving': {
    one: '{n} odchází',
    few: '{n} odcházejí',
    many: '{n} odchází',
    other: '{n} odchází',
  },
};
