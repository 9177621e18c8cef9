// Which page the address names. The hash is the whole navigation: Back, bookmarks and links from the popup work.

/** The pages in the rail. */
export const pages = ['contacts', 'board', 'numbers', 'replies', 'sites', 'settings', 'backup'] as const;
/** Others: `welcome` is shown after installing, and linked from the settings; `import` is opened from the replies, `people` from the contacts. */
const apart = ['welcome', 'import', 'people'] as const;
/** In the rail these stand for one another: contacts come in beside the people, replies beside the replies. */
export const inRail = (page: PageName): PageName => (page === 'people' ? 'contacts' : page === 'import' ? 'replies' : page);
export type PageName = (typeof pages)[number] | (typeof apart)[number];

export interface Route {
  page: PageName;
  /** The open contact, on the contacts page only. */
  contact: string | null;
}

/** Reads `#/contacts/<id>`; anything unknown is the list of contacts. */
export function routeOf(hash: string): Route {
  const [, name, id] = hash.split('/');
  const page = [...pages, ...apart].find((known) => known === name) ?? 'contacts';
  return { page, contact: page === 'contacts' && id && /^[\w-]{1,64}$/.test(id) ? id : null };
}

/** The address of a page or of a contact. */
export function hashOf(page: PageName, contact?: string): string {
  return contact === undefined ? `#/${page}` : `#/${page}/${contact}`;
}
