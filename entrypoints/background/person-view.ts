// A contact in the form that screens show.
import { countsOf, dossier } from '@/lib/db/contacts';
import type { Day } from '@/lib/domain/day';
import type { Identity } from '@/lib/domain/records';
import type { Person } from '@/lib/messages/protocol';
import { sites } from '@/lib/sites';

/** The name of a site, or its id when this version does not know it. */
export function siteName(id: string): string {
  return sites.find((site) => site.id === id)?.name ?? id;
}

/** Whether any of them is known on a site that shows no message ids. */
export function isApproximate(identities: readonly Identity[]): boolean {
  return identities.some((identity) => sites.find((site) => site.id === identity.site)?.approximate === true);
}

/** The names of the sites on which somebody is known, each once. */
export function siteNames(identities: readonly Identity[]): string[] {
  return [...new Set(identities.map((identity) => siteName(identity.site)))];
}

/** Reads a contact with everything that a screen shows. Fails with `gone`. */
export async function personView(id: string, today: Day): Promise<Person> {
  const all = await dossier(id, today);
  const { contact, identities, notes, followUp } = all;
  return {
    id: contact.id,
    kind: contact.kind,
    name: contact.name,
    since: contact.createdAt,
    tags: contact.tags,
    notes,
    followUp,
    counts: { ...countsOf(all, today), approximate: isApproximate(identities) },
    identities: identities.map(({ id: identity, site, name, account, weak, link }) => ({
      id: identity,
      site,
      siteName: siteName(site),
      name,
      account,
      weak,
      link,
    })),
  };
}
