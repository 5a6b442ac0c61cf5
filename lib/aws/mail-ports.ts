// The port of received e-mails, from the environment (see ports.ts).
import { S3Client } from '@aws-sdk/client-s3';
import type { Ports } from '../application/ports/ports.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { s3Mails } from './s3/mails.ts';

export const mails = (environment: Environment): Ports['mails'] =>
  s3Mails(
    new S3Client({ forcePathStyle: true }),
    readEnvironment(environment, 'MAIL_BUCKET').MAIL_BUCKET,
  );
