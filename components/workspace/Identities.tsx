// Where a person is known: site, account, and the way there when the site gives one.
import type { ComponentChildren } from 'preact';
import type { Person } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { Button } from '../Button';

/** `onSplit` offers to take an identity out; the form for that (`splitting`) stands under the one it is about (`split`). */
export function Identities({
  name,
  identities,
  onSplit,
  split,
  splitting,
}: Pick<Person, 'name' | 'identities'> & { onSplit?: (id: string) => void; split?: string | null; splitting?: ComponentChildren }) {
  return (
    <section aria-labelledby="identities-title">
      <h2 id="identities-title">{t('work_identities')}</h2>
      <ul class="ws-identities">
        {identities.map((identity) => (
          <li key={identity.id}>
            <span>
              {siteName(identity.siteName)} {identity.name !== name && <span class="private">{identity.name}</span>}
            </span>
            {/* The address comes from a page: nothing but a web address becomes a link. */}
            {identity.link && /^https?:\/\//.test(identity.link) && (
              <a
                href={identity.link}
                target="_blank"
                rel="noreferrer"
                aria-label={`${t('work_identity_open')} ${siteName(identity.siteName)}`}
              >
                {t('work_identity_open')}
              </a>
            )}
            <span class="small soft private">
              {[identity.account, identity.weak && t('work_identity_weak'), identity.isFile && t('work_identity_file')]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {onSplit && split !== identity.id && (
              <Button
                kind="text"
                aria-label={`${t('work_split')} ${siteName(identity.siteName)} ${identity.name}`}
                onClick={() => onSplit(identity.id)}
              >
                {t('work_split')}
              </Button>
            )}
            {split === identity.id && splitting}
          </li>
        ))}
      </ul>
    </section>
  );
}
