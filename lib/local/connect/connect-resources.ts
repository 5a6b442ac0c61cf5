// AWS::Connect::* of the templates → the emulated instance. Properties are strict: one that is not
// read here would be a difference from AWS that no test could show.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { wavLength } from '../../simulation/connect/wav.ts';
import { arn as arnOf } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import { own } from '../json.ts';
import { customResourceKind } from '../resources/custom-resource.ts';
import {
  ignored,
  json,
  number,
  type ResourceKind,
  resourceKind,
} from '../template/resource-kind.ts';
import { type ConnectInstance, stableId } from './connect-instance.ts';
import { HoursProperties, isOpenAt } from './opening-hours.ts';
import { TELEPHONE } from './telephone.ts';

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
    'AWS::Connect::Prompt': promptKind(instance),
    'AWS::Connect::QuickConnect': quickConnectKind(instance),
    'AWS::Connect::AgentStatus': agentStatusKind(instance),
    'AWS::Connect::ApprovedOrigin': approvedOriginKind(instance),
    'AWS::Connect::PredefinedAttribute': predefinedAttributeKind(instance),
    'AWS::Connect::IntegrationAssociation': integrationKind(instance),
    'Custom::ConnectLink': customResourceKind,
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
    ({ cloud, properties, generatedName }) => {
      const { InstanceAlias: alias } = properties;
      instance.alias = alias;
      // pages find the telephone here
      if (alias !== undefined)
        cloud.distributions.standsFor(
          `https://${alias}.my.connect.aws`,
          `${cloud.location.endpoint}${TELEPHONE}`,
        );
      const { id, arn } = instance.open(properties.InstanceAlias ?? generatedName);
      return { ref: arn, attributes: { Arn: arn, Id: id, InstanceStatus: 'ACTIVE' } };
    },
  );

/** Agent events and recordings; Connect takes one place for each. */
const storageKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.discriminatedUnion('ResourceType', [
      z.strictObject({
        InstanceArn: z.string(),
        ResourceType: z.literal('AGENT_EVENTS'),
        StorageType: z.literal('KINESIS_STREAM'),
        KinesisStreamConfig: z.strictObject({ StreamArn: z.string() }),
      }),
      z.strictObject({
        InstanceArn: z.string(),
        ResourceType: z.literal('CALL_RECORDINGS'),
        StorageType: z.literal('S3'),
        S3Config: z.strictObject({ BucketName: z.string(), BucketPrefix: z.string() }),
      }),
    ]),
    ({ properties, generatedName }) => {
      instance.adopt(properties.InstanceArn);
      if (properties.ResourceType === 'AGENT_EVENTS') {
        instance.agentEventStream = properties.KinesisStreamConfig.StreamArn;
      } else {
        const { BucketName: bucket, BucketPrefix: prefix } = properties.S3Config;
        instance.recordings = { bucket, prefix };
      }
      return { ref: generatedName, attributes: { AssociationId: stableId(generatedName) } };
    },
  );

const hoursKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(HoursProperties, ({ properties }) => {
    instance.adopt(properties.InstanceArn);
    const { id, arn } = instance.nameThing('operating-hours', properties.Name);
    instance.hours.set(id, { id, arn, name: properties.Name, isOpen: isOpenAt(properties) });
    return { ref: arn, attributes: { HoursOfOperationArn: arn } };
  });

const queueKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      InstanceArn: z.string(),
      Name: z.string(),
      Description: z.string().optional(),
      HoursOfOperationArn: z.string(),
      MaxContacts: number.optional(),
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
      instance.queues.set(id, {
        id,
        arn,
        name: properties.Name,
        hoursArn,
        callerId,
        maxContacts: properties.MaxContacts,
        quickConnects: new Set(),
      });
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
        group: properties.Name.slice(properties.Name.lastIndexOf(' ') + 1),
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
      const id = stableId(`phone-number/${logicalId}`);
      const arn = arnOf(instance.location, 'connect', `phone-number/${id}`);
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
  const prefix = own(LOCAL_NUMBERS, country);
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

/** The file of the assembly that the address names; how long it plays is all that matters here. */
const promptKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      InstanceArn: z.string(),
      Name: z.string(),
      S3Uri: z.string().startsWith('s3://'),
      ...ignored('Description', 'Tags'),
    }),
    ({ cloud, properties }) => {
      instance.adopt(properties.InstanceArn);
      const { id, arn } = instance.nameThing('prompt', properties.Name);
      const file = cloud.assembly.assets.get(properties.S3Uri.split('/').at(-1) ?? '');
      if (file === undefined)
        throw new AwsError('InvalidParameterException', `no asset at ${properties.S3Uri}`);
      const ms = wavLength(readFileSync(file));
      instance.prompts.set(id, { id, arn, name: properties.Name, ms });
      return { ref: arn, attributes: { PromptArn: arn } };
    },
  );

/** A break; Available and Offline are there from the start. */
const agentStatusKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      InstanceArn: z.string(),
      Name: z.string(),
      State: z.literal('ENABLED'),
      Type: z.literal('CUSTOM').optional(),
      ...ignored('Description', 'DisplayOrder', 'Tags'),
    }),
    ({ properties }) => {
      instance.adopt(properties.InstanceArn);
      const { id, arn } = instance.nameThing('agent-state', properties.Name);
      instance.breaks.set(id, { id, arn, name: properties.Name });
      return { ref: arn, attributes: { AgentStatusArn: arn } };
    },
  );

/**
 * People at the local telephone hand calls on to any queue; a Custom::ConnectLink associates quick
 * connects with a queue.
 */
const quickConnectKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      InstanceArn: z.string(),
      Name: z.string(),
      QuickConnectConfig: z.strictObject({
        QuickConnectType: z.literal('QUEUE'),
        QueueConfig: z.strictObject({ ContactFlowArn: z.string(), QueueArn: z.string() }),
      }),
      ...ignored('Description', 'Tags'),
    }),
    ({ properties }) => {
      instance.adopt(properties.InstanceArn);
      const { ContactFlowArn, QueueArn } = properties.QuickConnectConfig.QueueConfig;
      instance.find(instance.flows, ContactFlowArn, 'contact flow');
      instance.find(instance.queues, QueueArn, 'queue');
      const { id, arn } = instance.nameThing('transfer-destination', properties.Name);
      instance.quickConnects.set(id, { id, arn, name: properties.Name });
      return { ref: arn, attributes: { QuickConnectArn: arn } };
    },
  );

/** Pages that may hold the softphone; there is none to hold locally. */
const approvedOriginKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(z.strictObject({ InstanceId: z.string(), Origin: z.string() }), ({ properties }) => {
    instance.adopt(properties.InstanceId);
    return { ref: `${properties.InstanceId}|${properties.Origin}` };
  });

const predefinedAttributeKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      InstanceArn: z.string(),
      Name: z.string(),
      Values: z.strictObject({ StringList: z.array(z.string()) }),
      ...ignored('Purposes', 'AttributeConfiguration', 'Tags'),
    }),
    ({ properties, generatedName }) => {
      instance.adopt(properties.InstanceArn);
      instance.agentAttributes.set(properties.Name, properties.Values.StringList);
      return { ref: generatedName };
    },
  );

const integrationKind = (instance: ConnectInstance): ResourceKind =>
  resourceKind(
    z.strictObject({
      InstanceId: z.string(),
      IntegrationType: z.literal('LAMBDA_FUNCTION'),
      IntegrationArn: z.string(),
    }),
    ({ cloud, properties, generatedName }) => {
      instance.adopt(properties.InstanceId);
      instance.functions.add(cloud.functions.arnOf(properties.IntegrationArn));
      return { ref: generatedName, attributes: { IntegrationAssociationId: generatedName } };
    },
  );
