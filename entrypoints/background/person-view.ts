// A contact in the form that screens show.
import { countsOf, dossier } from '@/lib/db/contacts';
import type { Day } from '@/lib/domain/day';
import type { Person } from '@/lib/messages/protocol';
import { isApproximate, siteName } from './known-sites';

/** Reads a contact with everything that a screen shows, and the note that is being typed about them. Fails with `gone`. */
export async function personView(id: string, today: Day): Promise<{ person: Person; draft: string }> {
  const all = await dossier(id, today);
  const { contact, identities, notes, followUp } = all;
  const person: Person = {
    id: contact.id,
    kind: contact.kind,
    name: contact.name,
    since: contact.createdAt,
    tags: contact.tags,
    notes,
    followUp,
    counts: { ...countsOf(all, today), approximate: await isApproximate(identities.map(({ site }) => site)) },
    identities: await Promise.all(
      identities.map(async ({ id: identity, site, name, account, weak, link, file }) => ({
        id: identity,
        site,
        siteName: await siteName(site),
        name,
        account,
        weak,
        link,
        isFile: file !== undefined,
      })),
    ),
  };
  return { person, draft: all.draft };
}
