// So many calls and agents, in Polish.
import type { Translated } from '../../../kit/texts/texts.ts';
import type { countsEn as en } from './en.ts';

export const countsPl: Translated<typeof en> = {
  'so-many.phase.ordered': {
    one: '{n} zlecone',
    few: '{n} zlecone',
    many: '{n} zleconych',
    other: '{n} zleconego',
  },
  'so-many.phase.unclear': {
    one: '{n} niejasne',
    few: '{n} niejasne',
    many: '{n} niejasnych',
    other: '{n} niejasnego',
  },
  'so-many.phase.started': {
    one: '{n} dzwoni',
    few: '{n} dzwonią',
    many: '{n} dzwoni',
    other: '{n} dzwoni',
  },
  'so-many.phase.connected': {
    one: '{n} czeka na agenta',
    few: '{n} czekają na agenta',
    many: '{n} czeka na agenta',
    other: '{n} czeka na agenta',
  },
  'so-many.phase.with-agent': {
    one: '{n} z agentem',
    few: '{n} z agentem',
    many: '{n} z agentem',
    other: '{n} z agentem',
  },
  'so-many.phase.wrap-up': {
    one: '{n} w trakcie wrapu',
    few: '{n} w trakcie wrapu',
    many: '{n} w trakcie wrapu',
    other: '{n} w trakcie wrapu',
  },
  'so-many.activity.free': {
    one: '{n} wolny',
    few: '{n} wolni',
    many: '{n} wolnych',
    other: '{n} wolnego',
  },
  'so-many.activity.ringing': {
    one: '{n} odbiera',
    few: '{n} odbierają',
    many: '{n} odbiera',
    other: '{n} odbiera',
  },
  'so-many.activity.talking': {
    one: '{n} rozmawia',
    few: '{n} rozmawiają',
    many: '{n} rozmawia',
    other: '{n} rozmawia',
  },
  'so-many.activity.wrap-up': {
    one: '{n} w trakcie wrapu',
    few: '{n} w trakcie wrapu',
    many: '{n} w trakcie wrapu',
    other: '{n} w trakcie wrapu',
  },
  'so-many.activity.break': {
    one: '{n} na przerwie',
    few: '{n} na przerwie',
    many: '{n} na przerwie',
    other: '{n} na przerwie',
  },
  'so-many.activity.leaving': {
    one: '{n} kończy',
    few: '{n} kończą',
    many: '{n} kończy',
    other: '{n} kończy',
  },
};
