// Collects contacts and makes a file of them, part by part: no more than a part is in memory as text.
import type { Stage } from '../../lib/domain/care';
import type { LeavingPerson } from '../../lib/domain/import/leaving';
import type { OwnField } from '../../lib/domain/own-field';
import type { OutgoingPerson } from '../../lib/formats/contacts/outgoing';
import { writeCard } from '../../lib/formats/contacts/write-card';
import { tableHead, tableRow } from '../../lib/formats/contacts/write-table';
import { ask } from '../../lib/messages/ask';
import type { Answer } from '../../lib/messages/protocol';
import { stageName } from '../../components/workspace/stage-name';
import { t } from '../../lib/words/words';

export type ExportKind = 'table' | 'cards';
type Field = Pick<OwnField, 'id' | 'name' | 'kind' | 'options' | 'removedAt'>;

/** Contacts, some at a time. */
export type PeopleParts = AsyncGenerator<readonly LeavingPerson[]>;

export async function* everybody(): PeopleParts {
  let after: string | null = null;
  do {
    const part: Answer<'contact.part'> = await ask('contact.part', { after });
    yield part.people;
    after = part.next;
  } while (after !== null);
}

/** So many leave in one answer. */
const PART = 200;

/** These, in this order; who is gone meanwhile and groups are left out. */
export async function* someOf(ids: () => Promise<readonly string[]>): PeopleParts {
  const all = await ids();
  for (let at = 0; at < all.length; at += PART) yield (await ask('contact.some', { contacts: all.slice(at, at + PART) })).people;
}

/** Contacts as a file, and how many they are. Stops with the signal's reason. */
export async function exportContacts(kind: ExportKind, parts: PeopleParts, signal: AbortSignal): Promise<{ blob: Blob; people: number }> {
  const [{ fields }, { care }] = [await ask('field.list', {}), await ask('care.get', {})];
  const inUse = fields.filter(({ removedAt }) => removedAt === null);
  const names = inUse.filter(({ name }) => name !== t('intake_role')).map(({ name }) => name);
  const pieces = kind === 'table' ? [tableHead(names)] : [];
  let people = 0;
  for await (const part of parts) {
    signal.throwIfAborted();
    const outgoing = part.map((person) => outgoingOf(person, inUse, care.stages));
    pieces.push(outgoing.map((person) => (kind === 'table' ? tableRow(person, names) : writeCard(person))).join(''));
    people += outgoing.length;
  }
  return { blob: new Blob(pieces, { type: `text/${kind === 'table' ? 'csv' : 'vcard'};charset=utf-8` }), people };
}

function outgoingOf({ contact, ...person }: LeavingPerson, fields: readonly Field[], stages: readonly Stage[]): OutgoingPerson {
  const role = t('intake_role');
  const own = Object.fromEntries(
    fields.flatMap((field) => {
      const value = Object.hasOwn(contact.own, field.id) ? contact.own[field.id]! : '';
      const shown = field.kind === 'choice' ? (field.options.find(({ id }) => id === value)?.name ?? '') : value;
      return shown === '' ? [] : [[field.name, shown]];
    }),
  );
  const { [role]: work = '', ...others } = own;
  const stage = stages.find(({ id }) => id === contact.stage);
  return {
    ...person,
    ...{ id: contact.id, name: contact.name, phones: contact.phones, emails: contact.emails, company: contact.company, role: work },
    ...{ source: contact.source, tags: contact.tags, stage: stage ? stageName(stage) : '', type: contact.type, bonds: contact.bonds },
    ...{ cadence: contact.cadence, quietUntil: contact.quietUntil, own: others },
    addedOn: Temporal.Instant.fromEpochMilliseconds(contact.createdAt)
      .toZonedDateTimeISO(Temporal.Now.timeZoneId())
      .toPlainDate()
      .toString(),
  };
}
