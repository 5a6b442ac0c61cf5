// What neither the documentation nor a probe of the service backs is a warning: the flows of other
// people are full of it.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../../lib/compiler/flows/catalogue.ts';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import type { JsonObject } from '../../../../lib/compiler/json.ts';
import { action, flowOf, kindsFor } from './flow-samples.ts';

const NM = { errors: ['NoMatchingError'] };

const recording = (AnalyticsBehavior: JsonObject) =>
  kindsFor(
    action('UpdateContactRecordingBehavior', {
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] },
      AnalyticsBehavior,
    }),
  );

describe('values seen in published flows', () => {
  it.each(['TRUE', 'true', 'True', 'FALSE', 'false'])('are truth values in any case: %s', (is) => {
    const voiceId = action('UpdateContactData', { IsVoiceIdStreamingEnabled: is }, NM);
    const hook = action(
      'UpdateContactEventHooks',
      {
        EventHooks: { CustomerQueue: 'flow' },
        EventHooksConfiguration: { CustomerQueue: { DisableExecution: is } },
      },
      NM,
    );

    expect([...kindsFor(voiceId), ...kindsFor(hook), ...recording({ Enabled: is })]).toEqual([]);
  });

  it('are no other words for them', () => {
    expect(kindsFor(action('UpdateContactData', { IsFraudDetectionEnabled: 'yes' }, NM))).toEqual([
      'error: Parameters.IsFraudDetectionEnabled',
    ]);
  });

  it('decide which branches an action has in any case as well', () => {
    const dial = (ContinueFlowExecution: string) =>
      kindsFor(
        action(
          'TransferParticipantToThirdParty',
          {
            ThirdPartyPhoneNumber: '+48123456789',
            ThirdPartyConnectionTimeLimitSeconds: '30',
            ContinueFlowExecution,
          },
          { errors: ['CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'] },
        ),
      );

    expect(dial('true')).toEqual([]);
    expect(dial('false')).toHaveLength(2);
  });

  it.each(['PostCall', 'PostContact', 'RealTime'])('are the analytics mode %s', (mode) => {
    expect(recording({ Enabled: 'True', AnalyticsMode: mode })).toEqual([]);
    expect(recording({ ChannelConfiguration: { Voice: { AnalyticsModes: [mode] } } })).toEqual([]);
  });

  it('are dynamic where the guide or the designer allows it', () => {
    expect(recording({ AnalyticsRedactionResults: '$.Attributes.redaction' })).toEqual([]);
    expect(
      kindsFor(
        action('UpdateContactData', { FraudDetectionThreshold: '$.Attributes.threshold' }, NM),
      ),
    ).toEqual([]);
  });
});

describe('a warning', () => {
  it('is given for analytics settings nobody has described', () => {
    expect(recording({ AnalyticsMode: 'Hourly' })).toEqual([
      'warning: Parameters.AnalyticsBehavior.AnalyticsMode',
    ]);
    expect(recording({ Enabled: 'True', Emotions: 'On' })).toEqual([
      'warning: Parameters.AnalyticsBehavior.Emotions',
    ]);
  });

  it('is given for keys of a menu that one project saw refused and another publishes', () => {
    const menu = action(
      'GetParticipantInput',
      {
        Text: 'Press a key',
        InputTimeLimitSeconds: '5',
        StoreInput: 'False',
        DTMFConfiguration: { DisableCancelKey: 'True' },
      },
      { errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'] },
    );

    expect(kindsFor(menu)).toEqual(['warning: Parameters.DTMFConfiguration']);
  });

  it('is given for a type of flow about which the two guides disagree', () => {
    const end = { Identifier: 'it', Type: 'EndFlowExecution' };

    expect(validateFlow(flowOf(end)).map(({ kind }) => kind)).toEqual(['warning']);
    expect(kindsFor(end, 'CUSTOMER_QUEUE')).toEqual([]);
  });

  it('is given for the count of entries that nobody has seen refused', () => {
    expect(kindsFor(action('UpdateContactAttributes', { Attributes: {} }, NM))).toEqual([
      'warning: Parameters.Attributes',
    ]);
    expect(kindsFor(action('TagContact', { Tags: {} }, NM))).toEqual(['error: Parameters.Tags']);
  });

  it.each(Object.entries(CATALOGUE).filter(([, row]) => row.evidence === 'reported'))(
    'is all that can be said of the parameters and branches of %s, known from one report',
    (Type) => {
      const odd = action(Type, { Unheard: 'of' }, { errors: ['Unheard'], equals: ['of'] });

      const kinds = validateFlow(flowOf(odd)).map(({ kind }) => kind);

      expect(new Set(kinds)).toEqual(new Set(['warning']));
    },
  );

  it('is not given where an action of one report leads nowhere', () => {
    const lost = action('LoadContactContent', { ContentType: 'EmailMessage' }, NM);
    const flow = flowOf({ ...lost, Transitions: { ...lost.Transitions, NextAction: 'nowhere' } });

    expect(validateFlow(flow).map(({ kind }) => kind)).toEqual(['error']);
  });
});
