import { describe, expect, it } from 'vitest';
import type { FlowType } from '../../../../lib/compiler/flows/flow.ts';
import type { JsonObject } from '../../../../lib/compiler/json.ts';
import { action, messagesFor } from './flow-samples.ts';

const NM = 'NoMatchingError';
const MENU = ['InputTimeLimitExceeded', 'NoMatchingCondition', NM];

describe('GetParticipantInput', () => {
  const ask = (parameters: JsonObject, errors: readonly string[], equals: readonly string[] = []) =>
    messagesFor(
      action(
        'GetParticipantInput',
        { Text: 'Press a key', InputTimeLimitSeconds: '5', ...parameters },
        { errors, equals },
      ),
    );
  const menu = { StoreInput: 'False' };
  const digits = {
    StoreInput: 'True',
    InputValidation: { CustomValidation: { MaximumLength: '4' } },
  };
  const phone = (validation: JsonObject) => ({
    StoreInput: 'True',
    InputValidation: { PhoneNumberValidation: validation },
  });

  it('as a menu takes twelve single keys and three errors', () => {
    expect(ask(menu, MENU, [...'0123456789*#'])).toEqual([]);
    expect(ask(menu, MENU, ['10'])).toEqual([
      'Invalid Action property value. Path: Actions[0].Transitions.Conditions',
    ]);
    expect(ask(menu, [NM], ['1'])).toEqual([
      'Action is missing required error. Error: InputTimeLimitExceeded, Path: Actions[0]',
      'Action is missing required error. Error: NoMatchingCondition, Path: Actions[0]',
    ]);
  });

  it('as a menu refuses what belongs to stored digits', () => {
    const InputValidation = { CustomValidation: { MaximumLength: '4' } };

    expect(ask({ ...menu, InputValidation }, MENU)).toEqual([
      'Invalid Action property name. Path: Actions[0].Parameters.InputValidation',
    ]);
  });

  it('for stored digits takes one error and no conditions', () => {
    expect(ask(digits, [NM])).toEqual([]);
    expect(ask(digits, [NM, 'InputTimeLimitExceeded'])).toEqual([
      'Invalid Action error. Error: InputTimeLimitExceeded, Path: Actions[0]',
    ]);
    expect(ask(digits, [NM], ['1'])).toEqual([
      'Action does not support conditions. Path: Actions[0]',
    ]);
  });

  it('for stored digits says how they are checked', () => {
    expect(ask({ StoreInput: 'True' }, [NM])).toEqual([
      'Action is missing required property. Path: Actions[0].Parameters.InputValidation',
    ]);
  });

  it('for a telephone number adds the error of an invalid one', () => {
    expect(ask(phone({ NumberFormat: 'E164' }), [NM, 'InvalidPhoneNumber'])).toEqual([]);
    expect(ask(phone({ NumberFormat: 'E164' }), [NM])).toEqual([
      'Action is missing required error. Error: InvalidPhoneNumber, Path: Actions[0]',
    ]);
  });

  it('for a local telephone number names the country', () => {
    const errors = [NM, 'InvalidPhoneNumber'];

    expect(ask(phone({ NumberFormat: 'Local', CountryCode: 'PL' }), errors)).toEqual([]);
    expect(ask(phone({ NumberFormat: 'Local' }), errors)).toEqual([
      'Action is missing required property. Path: Actions[0].Parameters.InputValidation.PhoneNumberValidation.CountryCode',
    ]);
  });

  it('for a telephone number refuses encryption', () => {
    const InputEncryption = { EncryptionKeyId: 'key', Key: 'pem' };

    expect(ask({ ...digits, InputEncryption }, [NM])).toEqual([]);
    expect(
      ask({ ...phone({ NumberFormat: 'E164' }), InputEncryption }, [NM, 'InvalidPhoneNumber']),
    ).toEqual(['Invalid Action property name. Path: Actions[0].Parameters.InputEncryption']);
  });

  it('asks with exactly one prompt', () => {
    expect(ask({ ...menu, SSML: '<speak>Press</speak>' }, MENU)).toEqual([
      'Only one of these properties may be defined. Properties: [Text, SSML], Path: Actions[0].Parameters',
    ]);
  });

  it('to buffer keys needs neither prompt nor limit', () => {
    const buffer = (errors: readonly string[]) =>
      messagesFor(action('GetParticipantInput', { EnableDTMFBuffer: 'True' }, { errors }));

    expect(buffer([NM])).toEqual([]);
    expect(buffer(MENU)).toEqual([
      'Invalid Action error. Error: InputTimeLimitExceeded, Path: Actions[0]',
      'Invalid Action error. Error: NoMatchingCondition, Path: Actions[0]',
    ]);
  });
});

describe('TransferParticipantToThirdParty', () => {
  const dial = (
    ContinueFlowExecution: string,
    errors: readonly string[],
    type: FlowType = 'CONTACT_FLOW',
  ) =>
    messagesFor(
      action(
        'TransferParticipantToThirdParty',
        {
          ThirdPartyPhoneNumber: '+48123456789',
          ThirdPartyConnectionTimeLimitSeconds: '30',
          ContinueFlowExecution,
        },
        { errors },
      ),
      type,
    );
  const coming = ['CallFailed', 'ConnectionTimeLimitExceeded', NM];

  it('has three errors when the flow goes on afterwards', () => {
    expect(dial('True', coming)).toEqual([]);
    expect(dial('True', [NM])).toEqual([
      'Action is missing required error. Error: CallFailed, Path: Actions[0]',
      'Action is missing required error. Error: ConnectionTimeLimitExceeded, Path: Actions[0]',
    ]);
  });

  it('has one error when the flow ends with the transfer', () => {
    expect(dial('False', [NM])).toEqual([]);
    expect(dial('False', coming)).toEqual([
      'Invalid Action error. Error: CallFailed, Path: Actions[0]',
      'Invalid Action error. Error: ConnectionTimeLimitExceeded, Path: Actions[0]',
    ]);
  });

  it('has one error in a transfer to an agent', () => {
    expect(dial('True', [NM], 'AGENT_TRANSFER')).toEqual([]);
  });
});

describe('other forms', () => {
  it('Wait has one condition per event it listens to', () => {
    const wait = (Events: readonly string[], equals: readonly string[], errors = [NM]) =>
      messagesFor(action('Wait', { TimeLimitSeconds: '60', Events }, { errors, equals }));

    expect(wait(['CustomerReturned'], ['WaitCompleted', 'CustomerReturned'])).toEqual([]);
    expect(wait(['CustomerReturned'], ['WaitCompleted'])).toEqual([
      'Invalid Action property value. Path: Actions[0].Transitions.Conditions',
    ]);
    expect(wait([], ['WaitCompleted'], [NM, 'ParticipantNotFound'])).toEqual([
      'Invalid Action error. Error: ParticipantNotFound, Path: Actions[0]',
    ]);
  });

  it('a case adds an error exactly when the contact is linked to it', () => {
    const create = (LinkContactToCase: string, errors: readonly string[]) =>
      messagesFor(
        action(
          'CreateCase',
          { LinkContactToCase, CaseTemplateId: 't', CaseRequestFields: { title: 'x' } },
          { errors },
        ),
      );

    expect(create('true', [NM, 'ContactNotLinked'])).toEqual([]);
    expect(create('true', [NM])).toEqual([
      'Action is missing required error. Error: ContactNotLinked, Path: Actions[0]',
    ]);
    expect(create('false', [NM, 'ContactNotLinked'])).toEqual([
      'Invalid Action error. Error: ContactNotLinked, Path: Actions[0]',
    ]);
  });

  it('recording of a chat adds the error of redaction', () => {
    const record = (parameters: JsonObject, errors: readonly string[]) =>
      messagesFor(action('UpdateContactRecordingAndAnalyticsBehavior', parameters, { errors }));

    expect(record({ VoiceBehavior: {} }, [NM, 'ChannelMismatch'])).toEqual([]);
    expect(record({ ChatBehavior: {} }, [NM, 'ChannelMismatch'])).toEqual([
      'Action is missing required error. Error: InFlightRedactionConfigurationFailed, Path: Actions[0]',
    ]);
  });
});
