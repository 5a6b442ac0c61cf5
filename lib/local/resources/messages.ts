// SES and End User Messaging. Every identity counts as verified: verification is not
// CloudFormation's.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { arn } from '../aws-location.ts';
import { boolean, ignored, resourceKind } from '../template/resource-kind.ts';

/** AWS::SES::ConfigurationSet */
export const sesConfigurationSet = resourceKind(
  z.strictObject({
    Name: z.string().optional(),
    ...ignored(
      'ArchivingOptions',
      'DeliveryOptions',
      'ReputationOptions',
      'SendingOptions',
      'SuppressionOptions',
      'Tags',
      'TrackingOptions',
      'VdmOptions',
    ),
  }),
  ({ cloud, properties, generatedName }) => {
    const name = properties.Name ?? generatedName.slice(0, 64);
    cloud.emailConfigurationSets.set(name, new Set());
    return { ref: name };
  },
);

const TYPES = { SEND: 0, DELIVERY: 0, BOUNCE: 0, COMPLAINT: 0, REJECT: 0 };

/**
 * AWS::SES::ConfigurationSetEventDestination to the default event bus. Other event types never
 * happen here.
 */
export const sesEventDestination = resourceKind(
  z.strictObject({
    ConfigurationSetName: z.string(),
    EventDestination: z.strictObject({
      Name: z.string().optional(),
      Enabled: boolean.default(false),
      MatchingEventTypes: z.array(z.string()),
      EventBridgeDestination: z.strictObject({ EventBusArn: z.string() }).optional(),
    }),
  }),
  ({ cloud, properties, generatedName }) => {
    const { Enabled, MatchingEventTypes, EventBridgeDestination } = properties.EventDestination;
    if (EventBridgeDestination?.EventBusArn !== cloud.buses.arnOf('default'))
      throw new NotEmulated('SES event destinations other than the default event bus');
    for (const type of MatchingEventTypes)
      if (!Object.hasOwn(TYPES, type.toUpperCase()))
        throw new NotEmulated(`SES event type '${type}'`);
    if (Enabled)
      cloud.emailConfigurationSets.set(
        properties.ConfigurationSetName,
        new Set(MatchingEventTypes.map((type) => type.toUpperCase())),
      );
    return { ref: generatedName };
  },
);

/** AWS::SES::EmailIdentity: every address may send locally that the role allows. */
export const sesEmailIdentity = resourceKind(
  z.strictObject({
    EmailIdentity: z.string(),
    ...ignored(
      'ConfigurationSetAttributes',
      'DkimAttributes',
      'DkimSigningAttributes',
      'FeedbackAttributes',
      'MailFromAttributes',
      'Tags',
    ),
  }),
  ({ properties }) => ({ ref: properties.EmailIdentity }),
);

/** AWS::SMSVOICE::ConfigurationSet */
export const smsConfigurationSet = resourceKind(
  z.strictObject({
    ConfigurationSetName: z.string().optional(),
    ...ignored(
      'DefaultSenderId',
      'EventDestinations',
      'MessageFeedbackEnabled',
      'ProtectConfigurationId',
      'Tags',
    ),
  }),
  ({ cloud, properties, generatedName }) => {
    const name = properties.ConfigurationSetName ?? generatedName.slice(0, 64);
    cloud.smsConfigurationSets.add(name);
    return {
      ref: name,
      attributes: { Arn: arn(cloud.location, 'sms-voice', `configuration-set/${name}`) },
    };
  },
);
