import { linkConnect } from '../../lib/application/deployment/link-connect.ts';
import { readCustomResource } from '../../lib/aws/events/custom-resource-event.ts';
import { customResource } from '../edge/custom-resource.ts';
import * as ports from './ports.ts';

export const handler = customResource('link-connect', linkConnect, ports, readCustomResource);
