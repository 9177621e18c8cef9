// All sites Rapport can read: those of the list, and those the user taught.
import { taughtSite, taughtSites } from '@/lib/db/taught';
import type { TaughtSite } from '@/lib/domain/taught-site';
import { sites } from '@/lib/sites';
import { patternOf } from '@/lib/sites/origins';
import type { Site } from '@/lib/sites/site';

/** What the background needs to know of a site. */
export interface KnownSite extends Pick<Site, 'id' | 'name' | 'origins' | 'selfHosted' | 'surface' | 'hasAccount' | 'keysUniqueIn'> {
  approximate: boolean;
  /** The file of its page script. */
  script: string;
  /** The one origin of a taught site, port included; null for a site of the list. */
  taughtOn: string | null;
}

const fromList = (site: Site): KnownSite => ({
  id: site.id,
  name: site.name,
  origins: site.origins,
  selfHosted: site.selfHosted,
  surface: site.surface,
  hasAccount: site.hasAccount,
  keysUniqueIn: site.keysUniqueIn,
  approximate: site.approximate ?? false,
  script: `page-${site.id}.js`,
  taughtOn: null,
});

const fromTaught = ({ id, name, origin, surface, keysUniqueIn, key, deletedAt }: TaughtSite): KnownSite => ({
  id,
  name,
  // A deleted one is read nowhere; it only has a name.
  origins: deletedAt === null ? [patternOf(origin)] : [],
  selfHosted: false,
  surface,
  // What was taught never says whose mailbox it is.
  hasAccount: false,
  keysUniqueIn,
  approximate: key === null,
  script: 'page-taught.js',
  taughtOn: origin,
});

/** All sites, the taught ones last. */
export async function knownSites(): Promise<KnownSite[]> {
  return [...sites.map(fromList), ...(await taughtSites()).map(fromTaught)];
}

/** A site by its id, a deleted one of the user's, too; null when this version does not know it. */
export async function knownSite(id: string): Promise<KnownSite | null> {
  const listed = sites.find((site) => site.id === id);
  if (listed) return fromList(listed);
  const taught = await taughtSite(id);
  return taught && fromTaught(taught);
}

/** Whether any of these sites shows no message ids. */
export async function isApproximate(ids: readonly string[]): Promise<boolean> {
  return (await Promise.all([...new Set(ids)].map(knownSite))).some((site) => site?.approximate);
}

/** The name of a site, or its id when this version does not know it. */
export async function siteName(id: string): Promise<string> {
  return (await knownSite(id))?.name ?? id;
}

/** The names of these sites, each once. */
export async function siteNames(ids: readonly string[]): Promise<string[]> {
  return [...new Set(await Promise.all([...new Set(ids)].map(siteName)))];
}
