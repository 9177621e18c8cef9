// What is known of the person of a request, for filling in replies.
import browser from 'webextension-polyfill';
import { db } from '@/lib/db/database';
import { valuesOf } from '@/lib/db/own-fields';
import { readSettings } from '@/lib/db/settings';
import { whoIs } from '@/lib/db/who';
import { nextOccurrence } from '@/lib/domain/dates/occurrences';
import { ownNames } from '@/lib/domain/own-names';
import type { Contact, Settings } from '@/lib/domain/records';
import type { Values } from '@/lib/domain/template/values';
import type { Subject } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/serve';
import { standsNow } from './stands-now';
import { contactFor, locate } from './subject';

/** Values for a request: of a contact, or of the person in the open conversation, remembered or not. A group has no name to be called by. */
export async function valuesFor(subject: Subject, from: Sender): Promise<Values> {
  const settings = await readSettings();
  if (subject.ref === undefined) {
    const contact = subject.contact === undefined ? undefined : await db.contacts.get(await contactFor(subject, from));
    return contact ? ofContact(contact, contact.name, settings) : ofStranger(null, settings);
  }
  const { conversation, who } = await locate(subject, from).then(async ({ place }) => ({
    conversation: place.conversation,
    who: await whoIs(place),
  }));
  if (who.is === 'ask') return ofStranger(null, settings);
  const contact = who.is === 'known' ? await db.contacts.get(who.identity.contactId) : undefined;
  return contact
    ? ofContact(contact, contact.name, settings)
    : ofStranger(conversation.kind === 'group' ? null : conversation.name, settings);
}

function ofStranger(name: string | null, { language }: Settings): Values {
  const now = Temporal.Now.plainDateTimeISO();
  const spoken = browser.i18n.getUILanguage();
  return {
    name,
    company: '',
    promise: '',
    date: null,
    type: null,
    tier: null,
    stage: [],
    tags: [],
    own: [],
    today: now.toPlainDate().toString(),
    hour: now.hour,
    language: languageOf(language),
    locale: spoken.slice(0, 40),
  };
}

async function ofContact(contact: Contact, name: string, settings: Settings): Promise<Values> {
  const { id } = contact;
  const values = ofStranger(contact.kind === 'group' ? null : name, settings);
  const { today } = values;
  const [stands, followUps, dates, own] = await Promise.all([
    standsNow(id),
    db.followUps.where({ contactId: id }).toArray(),
    db.keyDates.where({ contactId: id }).toArray(),
    valuesOf(id),
  ]);
  const promised = followUps
    .filter(({ status, reason }) => status === 'open' && reason.trim() !== '')
    .sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  const coming = dates.flatMap(({ kind, label, ...date }) => {
    const next = nextOccurrence({ ...date }, today);
    return next ? [{ on: next.on, kind, label }] : [];
  });
  const stage = settings.care.stages.find((one) => one.id === contact.stage);
  return {
    ...values,
    company: contact.company,
    promise: promised?.reason ?? '',
    date: coming.sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null,
    ...stands,
    stage: [contact.stage ?? '', stage?.name ?? ''].filter((word) => word !== ''),
    tags: contact.tags,
    own: ownNames(own),
  };
}

/** Of the interface, as the rep chose it or the browser has it. */
const languageOf = (choice: Settings['language']): Values['language'] =>
  (choice === 'auto' ? browser.i18n.getUILanguage() : choice).toLowerCase().startsWith('zh') ? 'zh' : 'en';

export const spokenLanguage = async (): Promise<Values['language']> => languageOf((await readSettings()).language);
