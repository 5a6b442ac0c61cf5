// AWS::Connect::* of the templates → the emulated instance. Properties are strict: one that nobody reads here
// would be a difference to AWS that no test could show.
import { z } from 'zod';
import { AwsError } from '../errors.ts';
import {
  ignored,
  json,
  number,
  type ResourceKind,
  resourceKind,
} from '../template/resource-kind.ts';
import { type ConnectInstance, stableId } from './instance.ts';
import { HoursProperties, openingHours } from './opening-hours.ts';

export function connectResources(
  instance: ConnectInstance,
): Readonly<Record<string, ResourceKind>> {
  return {
    'AWS::Connect::Instance': instanceKind(instance),
    'AWS::Connect::InstanceStorageConfig': storageKind(instance),
    'AWS::Connect::HoursOfOperation': hoursKind(instance),
    'AWS::Connect::Queue': queueKind(instance),
    'AWS::Connect::RoutingProfile': profileKind(instance),
    'AWS::Connect::PhoneNumber': numberKind(instance),
    'AWS::Connect::ContactFlow': flowKind(instance),
  };
}

const instanceKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      IdentityManagementType: z.enum(['CONNECT_MANAGED', 'SAML', 'EXISTING_DIRECTORY']),
      InstanceAlias: z.string().optional(),
      Attributes: json,
      ...ignored('Tags', 'DirectoryId'),
    }),
    ({ properties, generatedName }) => {
      const { id, arn } = instance.open(properties.InstanceAlias ?? generatedName);
      return { ref: arn, attributes: { Arn: arn, Id: id, InstanceStatus: 'ACTIVE' } };
    },
  );

/** Only agent events are of interest: nothing is recorded locally. */
const storageKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      InstanceArn: z.string(),
      ResourceType: z.literal('AGENT_EVENTS'),
      StorageType: z.literal('KINESIS_STREAM'),
      KinesisStreamConfig: z.strictObject({ StreamArn: z.string() }),
    }),
    ({ properties, generatedName }) => {
      instance.adopt(properties.InstanceArn);
      instance.agentEventStream = properties.KinesisStreamConfig.StreamArn;
      return { ref: generatedName, attributes: { AssociationId: stableId(generatedName) } };
    },
  );

const hoursKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(HoursProperties, ({ properties }) => {
    instance.adopt(properties.InstanceArn);
    const { id, arn } = instance.nameThing('operating-hours', properties.Name);
    instance.hours.set(id, { id, arn, name: properties.Name, isOpen: openingHours(properties) });
    return { ref: arn, attributes: { HoursOfOperationArn: arn } };
  });

const queueKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      InstanceArn: z.string(),
      Name: z.string(),
      Description: z.string().optional(),
      HoursOfOperationArn: z.string(),
      OutboundCallerConfig: z
        .strictObject({
          OutboundCallerIdName: z.string().optional(),
          OutboundCallerIdNumberArn: z.string().optional(),
        })
        .optional(),
      ...ignored('Tags'),
    }),
    ({ properties }) => {
      instance.adopt(properties.InstanceArn);
      const { id, arn } = instance.nameThing('queue', properties.Name);
      const shown = properties.OutboundCallerConfig?.OutboundCallerIdNumberArn;
      const callerId = shown && instance.find(instance.numbers, shown, 'phone number').number;
      const hoursArn = properties.HoursOfOperationArn;
      instance.queues.set(id, { id, arn, name: properties.Name, hoursArn, callerId });
      return { ref: arn, attributes: { QueueArn: arn } };
    },
  );

const profileKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      InstanceArn: z.string(),
      Name: z.string(),
      Description: z.string(),
      DefaultOutboundQueueArn: z.string(),
      MediaConcurrencies: z.array(
        z.strictObject({ Channel: z.literal('VOICE'), Concurrency: number }),
      ),
      QueueConfigs: z.array(
        z.strictObject({
          Priority: number,
          Delay: number,
          QueueReference: z.strictObject({ Channel: z.literal('VOICE'), QueueArn: z.string() }),
        }),
      ),
      ...ignored('Tags'),
    }),
    ({ properties }) => {
      const { id, arn } = instance.nameThing('routing-profile', properties.Name);
      instance.profiles.set(id, {
        id,
        arn,
        name: properties.Name,
        queueArns: properties.QueueConfigs.map(({ QueueReference }) => QueueReference.QueueArn),
        defaultQueueArn: properties.DefaultOutboundQueueArn,
      });
      return { ref: arn, attributes: { RoutingProfileArn: arn } };
    },
  );

/** Claimed numbers are invented: a country's prefix and digits that follow from the logical id. */
const numberKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      TargetArn: z.string(),
      CountryCode: z.string().optional(),
      Type: z.string().optional(),
      ...ignored('Description', 'Prefix', 'Tags'),
    }),
    ({ properties, logicalId }) => {
      instance.adopt(properties.TargetArn);
      const { id, arn } = instance.nameThing('phone-number', logicalId);
      const claimed = inventNumber(properties.CountryCode ?? '', logicalId);
      instance.numbers.set(id, { id, arn, number: claimed });
      return { ref: arn, attributes: { PhoneNumberArn: arn, Address: claimed } };
    },
  );

const LOCAL_NUMBERS: Readonly<Record<string, string>> = {
  PL: '+4822',
  CZ: '+4202',
  SK: '+4212',
  DE: '+4930',
  GB: '+4420',
  US: '+1206',
};

function inventNumber(country: string, seed: string): string {
  const prefix = LOCAL_NUMBERS[country];
  if (!prefix)
    throw new AwsError('InvalidParameterException', `no numbers to claim locally in '${country}'`);
  const digits = BigInt(`0x${stableId(seed).replaceAll('-', '')}`) % 10_000_000n;
  return `${prefix}${String(digits).padStart(7, '0')}`;
}

const flowKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      InstanceArn: z.string(),
      Name: z.string(),
      Type: z.string(),
      Content: z.string(),
      ...ignored('Description', 'State', 'Tags'),
    }),
    ({ properties }) => {
      instance.adopt(properties.InstanceArn);
      const { id, arn } = instance.nameThing('contact-flow', properties.Name);
      const { Name: name, Type: type, Content: content } = properties;
      instance.flows.set(id, { id, arn, name, type, content });
      return { ref: arn, attributes: { ContactFlowArn: arn } };
    },
  );
