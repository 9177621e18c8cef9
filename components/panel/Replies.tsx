// Replies for this person: one click puts one into the message box of the page. Sending stays with the rep.
import { Fragment } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import { textOf } from '../../lib/domain/template/fill';
import type { Answer, ErrorCode, InsertOutcome, OfferedReply } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { codeOf, ErrorLine } from '../ErrorLine';
import { Icon } from '../icons';
import type { Act, Try } from './act';
import { copyText } from './copy-text';
import { InsertResult } from './InsertResult';
import { KeepReply } from './KeepReply';
import { ReplyItem } from './ReplyItem';

/** So many stand at hand; the rest comes with a search or on request. */
const AT_HAND = 3;

/** What became of the last click: an answer of the page, or our own refusal because the panel may be covered. */
export interface Result {
  outcome: InsertOutcome | 'covered' | 'copied';
  text: string;
  copied: boolean;
  /** The reply that answers a message of theirs: it could be kept as an example. */
  answers?: string | undefined;
}

export function Replies({
  name,
  today,
  act,
  attempt,
  again,
  fresh,
  mayInsert,
  onSidePanel,
}: {
  name: string;
  today: Day;
  act: Act;
  attempt: Try;
  /** The rep has just written nearly what was written once before. */
  again: boolean;
  fresh: number | undefined;
  mayInsert?: (() => Promise<boolean>) | undefined;
  onSidePanel?: (() => void) | undefined;
}) {
  const [query, setQuery] = useState('');
  const [offer, setOffer] = useState<Answer<'reply.offer'> | null>(null);
  const [keeping, setKeeping] = useState(false);
  const [all, setAll] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  /** The reply whose form is open. */
  const [asking, setAsking] = useState<string | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const busy = useRef(false);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    let stale = false;
    act('reply.offer', { query }).then(
      (answer) => !stale && setOffer(answer),
      (failure: unknown) => !stale && setError(codeOf(failure)),
    );
    return () => void (stale = true);
  }, [act, query, name, fresh]);

  const close = (id: string) => {
    setAsking((open) => (open === id ? null : open));
    // The button that opened the form, else the focus would be nowhere.
    list.current?.querySelector<HTMLElement>(`[data-reply="${id}"] .reply-insert`)?.focus();
  };
  const dropResult = useCallback(() => setResult(null), []);
  const copy = (text: string) => setResult({ outcome: 'copied', text, copied: copyText(text) });
  const insert = async (reply: OfferedReply, filled: Record<string, string>) => {
    const made = textOf(reply, filled);
    if (!('text' in made) || busy.current) return;
    busy.current = true;
    setError(null);
    try {
      if (mayInsert && !(await mayInsert())) return setResult({ outcome: 'covered', text: made.text, copied: false });
      const { outcome, text, heard } = await act('reply.insert', { reply: reply.id, filled });
      // What was typed in a form stays until it has arrived. The focus is in the message box then, and stays there.
      if (outcome === 'inserted') setAsking(null);
      // A reply for somebody else must not wait in the clipboard, either.
      const copied = outcome !== 'inserted' && outcome !== 'moved' && copyText(text);
      setResult({ outcome, text, copied, answers: heard ? reply.id : undefined });
    } catch (failure) {
      if (codeOf(failure) === 'moved') setResult({ outcome: 'moved', text: '', copied: false });
      else setError(codeOf(failure));
    } finally {
      busy.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // In a form the arrows belong to its fields.
    if ((event.target as HTMLElement).closest('.fill-in')) return;
    const buttons = [...list.current!.querySelectorAll<HTMLElement>('.reply-insert')];
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    if (isPlain && /^[1-3]$/.test(event.key) && list.current!.contains(document.activeElement)) {
      event.preventDefault();
      return buttons[Number(event.key) - 1]?.click();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const next = buttons.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
    if (next < 0) list.current!.closest('section')?.querySelector('input')?.focus();
    else buttons[Math.min(next, buttons.length - 1)]?.focus();
  };

  const fitting = query === '' ? (offer?.suggested ?? 0) : 0;
  const shown = offer?.replies.slice(0, all || query !== '' ? undefined : Math.max(fitting, AT_HAND)) ?? [];
  const rest = (offer?.replies.length ?? 0) - shown.length;

  return (
    <section class="panel-part panel-replies" aria-labelledby="replies-title" onKeyDown={onKeyDown}>
      <div class="replies-head">
        <h2 id="replies-title">{t('panel_replies')}</h2>
        {(query !== '' || (offer?.total ?? 0) > AT_HAND) && (
          <span class="field-with-icon">
            <Icon name="search" />
            <input
              class="field"
              type="search"
              aria-label={t('panel_reply_search')}
              placeholder={t('panel_reply_search')}
              maxLength={200}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </span>
        )}
      </div>
      <ErrorLine code={error} onGone={() => setError(null)} />
      {again && !keeping && (
        <p class="replies-again small">
          {t('panel_again')}{' '}
          <Button kind="text" onClick={() => setKeeping(true)}>
            {t('panel_keep_reply')}
          </Button>{' '}
          <Button kind="text" onClick={() => void attempt('reply.dismiss', {})}>
            {t('panel_again_no')}
          </Button>
        </p>
      )}
      {offer?.heard && fitting === 0 && query === '' && offer.total > 0 && <p class="small soft">{t('panel_none_fits')}</p>}
      <ul class="replies" ref={list}>
        {shown.map((reply, i) => (
          <Fragment key={reply.id}>
            {fitting > 0 && i === fitting && (
              <li class="replies-rest small soft" aria-hidden="true">
                {t('panel_at_hand')}
              </li>
            )}
            <ReplyItem
              reply={reply}
              today={today}
              digit={i < AT_HAND ? i + 1 : null}
              isOpen={reply.id === asking}
              onInsert={(filled) => void insert(reply, filled)}
              onOpen={() => setAsking(reply.id)}
              onClose={() => close(reply.id)}
              onCopy={() => reply.text !== null && copy(reply.text)}
            />
          </Fragment>
        ))}
      </ul>
      {keeping ? (
        <KeepReply attempt={attempt} onEnd={() => setKeeping(false)} />
      ) : (
        <p class="replies-more">
          {rest > 0 && (
            <Button kind="text" onClick={() => setAll(true)}>
              {t('panel_all_replies', offer!.total)}
            </Button>
          )}
          <Button kind="text" title={t('panel_keep_hint')} onClick={() => setKeeping(true)}>
            {t('panel_keep_reply')}
          </Button>
        </p>
      )}
      {/* After the list, so that the list does not move under a second click. */}
      <InsertResult
        result={result}
        name={name}
        onCopy={copy}
        onExample={(reply) => void attempt('example.keep', { reply }, t('panel_example_kept')).then(dropResult)}
        onSidePanel={onSidePanel}
        onGone={dropResult}
      />
      {offer?.replies.length === 0 && <p class="small soft">{t(query === '' ? 'panel_replies_none' : 'panel_replies_not_found')}</p>}
    </section>
  );
}
