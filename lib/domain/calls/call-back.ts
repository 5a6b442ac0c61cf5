// Whether, and when, a caller who reached no agent is called back (INB-13): as the campaign says,
// for a number that can be called, on a record that nothing forbids. A wish of the caller's in the
// IVR beats "at once".
import { type ContactSettings, calleeHours } from '../contact-hours/callee-hours.ts';
import type { Gate } from '../model/gate.ts';
import type { CallBackWish, TakenFrom } from '../model/inbound-call.ts';
import type { Instant } from '../model/instant.ts';
import { type CampaignRecord, defaultOf } from '../model/record.ts';
import { scheduleRecall } from '../records/recall.ts';
import { notCalled, specialKindOf } from '../records/special-numbers.ts';
import type { CallBackSetting } from './inbound-setting.ts';

export interface CallBackFacts {
  readonly record: Pick<CampaignRecord, 'fields'>;
  /** The number called from; empty when withheld. */
  readonly phone: string;
  readonly wish?: CallBackWish;
  /** How the record stood before the call; undefined when another attempt has it. */
  readonly took?: TakenFrom;
  readonly setting: CallBackSetting;
  /** Somebody outside took the call (IVR-8): nobody is owed a call back but who asked for one. */
  readonly takenOutside?: boolean;
  readonly now: Instant;
}

export interface CallBack {
  readonly verdict:
    | { readonly kind: 'at'; readonly at: Instant; readonly phone: string }
    | { readonly kind: 'none'; readonly because: string };
  readonly gates: readonly Gate[];
}

export function callBackOf(facts: CallBackFacts): CallBack {
  const { phone, wish, took, setting, now } = facts;
  const wished = wish !== undefined;
  const wanted = setting.callBack === 'always' || (setting.callBack === 'ivr' && wished);
  const to = wish?.phone ?? phone;
  const state = took?.state ?? 'in another call';
  const outside = facts.takenOutside === true;
  const gates: Gate[] = [
    ...(outside ? [{ gate: 'taken-by-nobody', passed: wished, saw: 'taken outside' }] : []),
    {
      gate: 'call-back',
      passed: wanted,
      saw: wished ? 'asked for' : 'not asked for',
      wanted: setting.callBack,
    },
    { gate: 'campaign-places-calls', passed: setting.placesCalls, saw: setting.placesCalls },
    { gate: 'number-shown', passed: to !== '', saw: to === '' ? 'withheld' : 'shown' },
    { gate: 'record-free', passed: took !== undefined && !NEVER.has(state), saw: state },
  ];
  const kind = specialKindOf(to);
  if (kind !== undefined) {
    const passed = setting.contact?.specialNumbers?.includes(kind) ?? false;
    gates.push({ gate: 'number-kind', passed, saw: kind });
    if (wanted && !passed) return none(notCalled(kind), gates);
  }
  const failed = gates.find(({ passed }) => !passed);
  if (failed !== undefined) return none(BECAUSE[failed.gate] ?? failed.gate, gates);
  const recall = scheduleRecall({
    wanted: wish?.wanted ?? now,
    zone: setting.zone,
    now,
    hours: setting.recallHours,
    callee: setting.contact && hoursOf(setting.contact, facts.record, to),
    lastDate: setting.lastDate,
  });
  const all = [...gates, ...recall.gates];
  const { verdict } = recall;
  if (verdict.kind === 'never') return none(verdict.because, all);
  return { verdict: { kind: 'at', at: verdict.at, phone: to }, gates: all };
}

/** Those of the number to be called, which need not be the record's own. */
const hoursOf = (contact: ContactSettings, { fields }: CallBackFacts['record'], phone: string) =>
  calleeHours(contact, { fields, phones: [{ value: phone, isDefault: true }] });

const NEVER: ReadonlySet<string> = new Set(['blacklisted', 'deleted']);

const BECAUSE: Readonly<Record<string, string>> = {
  'taken-by-nobody': 'somebody outside took the call',
  'call-back': 'the campaign calls nobody back without being asked',
  'campaign-places-calls': 'the campaign places no calls',
  'number-shown': 'the number is withheld',
  'record-free': 'the record may not be called, or is in another call',
};

const none = (because: string, gates: readonly Gate[]): CallBack => ({
  verdict: { kind: 'none', because },
  gates,
});

/**
 * The record with its next call; it goes to the number asked for, which need not be the default
 * one.
 */
export function calledBack(record: CampaignRecord, at: Instant, phone: string): CampaignRecord {
  const { current: _, callBackTo: __, ...rest } = record;
  const known = record.phones.some(({ value }) => value === phone);
  const isDefault = record.phones.length === 0;
  const phones = known ? record.phones : [...record.phones, { value: phone, isDefault }];
  const other = defaultOf(phones) !== phone && { callBackTo: phone };
  const scheduled = { state: 'recall-scheduled', nextContact: at, wantsCall: true } as const;
  return { ...rest, phones, ...scheduled, ...other };
}
