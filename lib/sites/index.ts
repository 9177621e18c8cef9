// The list of sites Rapport can read, in alphabetical order. Adding a site: see README.md beside this file.
import { converse } from './converse';
import { demo } from './demo';
import type { Site } from './site';
import { whatsapp } from './whatsapp';

export const sites: readonly Site[] = [converse, demo, whatsapp];
