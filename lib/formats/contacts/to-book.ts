// Somebody of a file in the one form in which people go to the book.
import type { Unfolded } from '../../domain/import/fold';
import type { IncomingPerson } from './incoming';
import { idInLink } from './profile-link';

/** Where no site of ours knows a link, its host stands for the site. */
function ofLink(link: string): Unfolded['ids'][number] {
  const known = idInLink(link);
  if (known) return { site: known.site, value: known.handle, link };
  return { site: new URL(link).hostname.replace(/^www\./, '').slice(0, 40), value: link.slice(0, 500), link };
}

/** The person as the book takes them. What they are at work goes into the user's own field `role`, unless the file has one of that name. */
export function toBook(person: IncomingPerson, role: string): Unfolded {
  const ids = new Map<string, Unfolded['ids'][number]>();
  for (const { site, handle } of person.ids) ids.set(`${site}\n${handle}`, { site, value: handle, link: null });
  for (const link of person.links) {
    const id = ofLink(link);
    ids.set(`${id.site}\n${id.value}`, id);
  }
  const own = Object.entries(person.own).filter(([name, value]) => name.trim() !== '' && value !== '');
  if (person.role !== '' && !own.some(([name]) => name === role)) own.unshift([role, person.role]);
  return {
    row: person.row,
    name: person.name.trim().slice(0, 200),
    phones: person.phones.slice(0, 20),
    emails: person.emails.slice(0, 20),
    tags: person.tags.slice(0, 100),
    company: person.company,
    source: person.source,
    bonds: person.bonds,
    type: person.type,
    cadence: person.cadence,
    quietUntil: person.quietUntil,
    ids: [...ids.values()].slice(0, 10),
    note: person.note,
    stage: person.stage.slice(0, 60),
    dates: person.dates.slice(0, 20),
    own: Object.fromEntries(own.slice(0, 60).map(([name, value]) => [name.slice(0, 60), value.slice(0, 500)])),
    addedOn: person.addedOn,
  };
}
