// Addresses of profiles: as they are kept, and what of them names a person for ever on a site that we read.
import type { IncomingId } from './incoming';

const LONGEST = 2000;

/** A web address as it is kept; null when it is none. One without a scheme is taken for `https`. */
export function readLink(text: string): string | null {
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
  if (plain === '' || plain.length > LONGEST) return null;
  const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(plain) && !/^[\w.-]+\.[a-z]{2,}:\d/i.test(plain);
  if (!hasScheme && !/^[^/?#@]+\.[^/?#@.\d][^/?#@]+([/?#]|$)/.test(plain)) return null;
  try {
    const url = new URL(hasScheme ? plain : `https://${plain}`);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && url.username === '' && url.password === '' && url.hostname.includes('.') && url.href.length <= LONGEST
      ? url.href
      : null;
  } catch {
    return null;
  }
}

/** By site: whose host it is, and where its permanent id stands in the path, as lib/sites writes it. Names that change are no ids. */
const SITES: readonly { site: string; host: RegExp; id: RegExp; of?: (id: string) => string }[] = [
  { site: 'linkedin', host: /(^|\.)linkedin\.com$/, id: /^\/in\/([^/]+)/, of: linkedinId },
  { site: 'xiaohongshu', host: /(^|\.)xiaohongshu\.com$/, id: /^\/user\/profile\/([\da-f]{24})\b/ },
  { site: 'zhihu', host: /(^|\.)zhihu\.com$/, id: /^\/people\/([\da-f]{32})\b/ },
  { site: 'bilibili', host: /^space\.bilibili\.com$/, id: /^\/(\d{1,20})\b/ },
  { site: 'weibo', host: /(^|\.)weibo\.com$/, id: /^\/u\/(\d{5,11})(?:\/|$)/ },
  { site: 'facebook', host: /(^|\.)facebook\.com$/, id: /^\/(?:profile\.php\?(?:.*&)?id=|people\/[^/]+\/)(\d{5,20})\b/ },
  {
    site: 'whatsapp',
    host: /^(?:wa\.me|api\.whatsapp\.com)$/,
    id: /^\/(?:send\/?\?(?:.*&)?phone=(?:\+|%2B)?)?(\d{7,15})\b/,
    of: (id) => `tel:+${id}`,
  },
];

/** A member id keeps its case; the name in an address has none. */
function linkedinId(id: string): string {
  try {
    return /^ACoAA[\w-]+$/.test(id) ? id : decodeURIComponent(id).toLowerCase();
  } catch {
    return id.toLowerCase();
  }
}

/** The id in an address from `readLink`, or null. */
export function idInLink(link: string): IncomingId | null {
  const url = new URL(link);
  for (const { site, host, id, of } of SITES) {
    if (!host.test(url.hostname)) continue;
    const handle = id.exec(url.pathname + url.search)?.[1];
    if (handle) return { site, handle: of ? of(handle) : handle };
  }
  return null;
}
