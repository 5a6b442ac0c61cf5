// Where messages leave: a configuration set each for e-mail and text messages, and who may be the
// sender. Delivery events of both reach the account's default event bus; SES has to be told so,
// text messages do it by themselves.
import { Stack } from 'aws-cdk-lib';
import { CfnConfigurationSetEventDestination, ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { CfnConfigurationSet as CfnSmsConfigurationSet } from 'aws-cdk-lib/aws-smsvoice';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/** What SES tells that matters to a message's state; opens and clicks are not asked for. */
const EMAIL_EVENTS = ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'];

export class Messaging extends Construct {
  readonly emailConfigurationSet: string;
  readonly smsConfigurationSet: string;
  /** ARNs. */
  readonly mailboxes: readonly string[];
  readonly smsSenders: readonly string[];

  constructor(scope: Construct, id: string, { name, definitions }: Deployment) {
    super(scope, id);
    const stack = Stack.of(this);
    const email = new ConfigurationSet(this, 'Email', { configurationSetName: name });
    this.emailConfigurationSet = email.configurationSetName;
    new CfnConfigurationSetEventDestination(this, 'EmailEvents', {
      configurationSetName: email.configurationSetName,
      eventDestination: {
        name: 'default-bus',
        enabled: true,
        matchingEventTypes: EMAIL_EVENTS,
        eventBridgeDestination: {
          eventBusArn: stack.formatArn({ service: 'events', resource: 'event-bus/default' }),
        },
      },
    });
    const sms = new CfnSmsConfigurationSet(this, 'Sms', { configurationSetName: name });
    this.smsConfigurationSet = name;

    const ses = (resource: string) => stack.formatArn({ service: 'ses', resource });
    const { mailboxes, sms: senders } = definitions.centre;
    const addresses = Object.values(mailboxes).map((mailbox) => mailbox.address);
    // SES checks the identity that was verified: the address itself or its domain
    const identities = new Set(addresses.flatMap((address) => [address, domainOf(address)]));
    this.mailboxes = [
      ...[...identities].toSorted().map((identity) => ses(`identity/${identity}`)),
      ses(`configuration-set/${name}`),
    ];
    const voice = (resource: string) => stack.formatArn({ service: 'sms-voice', resource });
    this.smsSenders = [
      // a number's ARN holds an id of AWS, not the number
      ...(senders.numbers.length > 0 ? [voice('phone-number/*')] : []),
      ...senders.names.toSorted().map((sender) => voice(`sender-id/${sender}/*`)),
      sms.attrArn,
    ];
  }
}

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);
