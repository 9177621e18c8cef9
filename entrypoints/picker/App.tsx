// The frame at the caret. It has the focus from the mark until a reply is chosen; then the page has it back.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { codeOf } from '../../components/ErrorLine';
import { copyText } from '../../components/panel/copy-text';
import { Picker } from '../../components/picker/Picker';
import type { Trouble } from '../../components/picker/PickerNote';
import { askAbout } from '../../lib/hooks/ask-about';
import { useVisible } from '../../lib/hooks/use-visible';
import { ask } from '../../lib/messages/ask';
import type { OfferedReply } from '../../lib/messages/protocol';
import type { Channel } from './channel';
import { useFocus } from './use-focus';
import { useSize } from './use-size';

interface Offer {
  query: string;
  replies: OfferedReply[];
  total: number;
}

export function App({ channel }: { channel: Channel }) {
  // The address names the conversation; the background lets this frame speak of no other.
  const act = useMemo(() => askAbout({ ref: location.hash.split('.')[1] ?? '' }), []);
  const [query, setQuery] = useState('');
  const [offer, setOffer] = useState<Offer | null>(null);
  const [active, setActive] = useState(0);
  /** The reply that asks something first. */
  const [filling, setFilling] = useState<OfferedReply | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const coming = useRef<Promise<Offer | null>>(Promise.resolve(null));
  const busy = useRef(false);
  const mayInsert = useVisible('root');

  const type = useCallback(
    (words: string) => {
      setQuery(words);
      setTrouble(null);
      channel.say({ say: 'query', query: words });
    },
    [channel],
  );
  useFocus({ channel, field, query, type, isBusy: busy, onStolen: () => setTrouble({ what: 'stolen' }), onBack: () => setTrouble(null) });

  useEffect(() => {
    let stale = false;
    const mine: Promise<Offer | null> = act('reply.offer', { query }).then(
      // What cannot be filled in has nothing to say here.
      ({ replies, total }) => ({ query, replies: replies.filter(({ problem }) => problem === null), total }),
      () => null,
    );
    coming.current = mine;
    void mine.then((found) => {
      if (stale) return;
      if (found) setOffer(found);
      else setTrouble({ what: 'failed' });
      setActive(0);
    });
    return () => void (stale = true);
  }, [act, query]);

  useSize(channel, offer !== null);

  const back = () => {
    setFilling(null);
    // Not before: what takes the focus in here takes it from the page.
    requestAnimationFrame(() => field.current?.focus());
  };
  const close = (typed: boolean) => {
    busy.current = true;
    void ask('picker.close', {}).catch(() => undefined);
    channel.say({ say: 'close', typed });
  };
  /** Does one thing at a time; while it is done the focus may go into the page. */
  const alone = async (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    await work().catch((failure: unknown) => setTrouble({ what: codeOf(failure) === 'moved' ? 'moved' : 'failed' }));
    busy.current = false;
  };
  const insert = async (reply: OfferedReply, filled: Record<string, string> = {}) => {
    if (!(await mayInsert())) return setTrouble({ what: 'covered', ...(reply.text === null ? {} : { text: reply.text }) });
    const { outcome, text } = await act('reply.insert', { reply: reply.id, filled });
    if (outcome === 'inserted') return close(false);
    // A reply for somebody else must not wait in the clipboard.
    setTrouble(outcome === 'moved' ? { what: 'moved' } : { what: outcome, text, copied: copyText(text) });
  };
  const pick = (at: number) =>
    alone(async () => {
      // A quick hand is done before the answer to its last letter.
      const found = await coming.current;
      const reply = found?.replies[found === offer ? at : 0];
      if (reply) return reply.blanks.length > 0 ? setFilling(reply) : insert(reply);
      if (found && query !== '') close(true);
    });

  return (
    <Picker
      field={field}
      query={query}
      replies={offer?.replies ?? null}
      total={offer?.total ?? 0}
      active={Math.min(active, Math.max(0, (offer?.replies.length ?? 1) - 1))}
      trouble={trouble}
      onQuery={type}
      onActive={setActive}
      onPick={(at) => void pick(at)}
      filling={filling}
      onFilled={(filled) => void alone(() => insert(filling!, filled))}
      onBack={back}
      onClose={() => close(true)}
      onCopy={(text) => setTrouble((old) => old && { ...old, copied: copyText(text) })}
      // Sent in the click itself: after any wait the browser no longer takes it for the user's wish.
      onSidePanel={() => void ask('sidepanel.open', {}).catch(() => undefined)}
    />
  );
}
