// The services every local cloud has; extensions add more.
import { serviceQuotas } from './account/service-quotas.ts';
import type { Cloud } from './cloud.ts';
import { dynamoDbService } from './dynamodb/dynamodb-service.ts';
import { eventsService } from './events/events-service.ts';
import type { Service } from './gateway/service.ts';
import { lambdaService } from './lambda/lambda-service.ts';
import { sesService } from './messages/ses-service.ts';
import { smsService } from './messages/sms-service.ts';
import { ssmService } from './parameters/parameter-store.ts';
import { s3Service } from './s3/s3-service.ts';
import { secretsService } from './secrets/secret-store.ts';
import { sqsService } from './sqs/sqs-service.ts';
import { statesService } from './states/machines.ts';
import { kinesisService } from './streams/kinesis.ts';
import { connectionsService } from './web-sockets/web-socket-apis.ts';

/** Every service the gateway knows by itself; extensions bring more. */
export function builtInServices(cloud: Cloud): readonly Service[] {
  const { location, account, time, outbox, buses } = cloud;
  const messages = { location, account, time, outbox, buses };
  return [
    connectionsService(cloud.webSockets, location),
    dynamoDbService(cloud.tables),
    eventsService(buses),
    kinesisService(cloud.kinesis),
    lambdaService(cloud.functions, account),
    s3Service(cloud.buckets, buses),
    secretsService(cloud.secrets),
    serviceQuotas(account),
    sesService({ ...messages, configurationSets: cloud.emailConfigurationSets }),
    smsService({ ...messages, configurationSets: cloud.smsConfigurationSets }),
    sqsService(cloud.queues, location),
    ssmService(cloud.parameters),
    statesService(cloud.machines),
  ];
}
