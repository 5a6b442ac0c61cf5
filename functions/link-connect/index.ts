import { readCustomResource } from '../../lib/aws/custom-resource-event.ts';
import { links } from '../../lib/aws/ports.ts';
import { customResource } from '../edge/custom-resource.ts';
import { linkConnect } from './link-connect.ts';

export const handler = customResource('link-connect', linkConnect, { links }, readCustomResource);
