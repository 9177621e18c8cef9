// A chat out of a file: who wrote when is read beside the page, the user says who is who, sees what would be counted, and only then it is.
import { useEffect, useRef, useState } from 'preact/hooks';
import { MOST_CHATTING, type ChatFile } from '../../lib/domain/import/chat';
import type { Chat, ChatOrder } from '../../lib/formats/contacts/chat-export';
import { chatMonths } from '../../lib/formats/contacts/chat-person';
import type { Encoding } from '../../lib/formats/text-file';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import type { Try } from '../../components/panel/act';
import { ChatDates } from '../../components/workspace/ChatDates';
import { ChatMonths } from '../../components/workspace/ChatMonths';
import { WhoIsMe, WhoIsThis, type Roles, type Voice } from '../../components/workspace/ChatVoices';
import { ChatTaken, type Taken } from './ChatTaken';
import { fileOf, messagesOf, plansOf, takenOf, toldOf, type ChatPlan } from './chat-plan';
import { chatIn } from './people-job';
import { ReadError } from './people-reader';
import { peopleProblem } from './people-words';
import type { OnDone } from './Workspace';

/** So many voices are asked about, those who wrote most; of a large group the rest stays out. */
const MOST_VOICES = 30;

interface Props {
  file: File;
  encoding: Encoding;
  onLeave: () => void;
  onDone: OnDone;
}

export function ChatImport({ file, encoding, onLeave, onDone }: Props) {
  const { today, zone } = useToday();
  const [read, setRead] = useState<{ chat: Chat; hash: string } | null>(null);
  /** What the user says of the dates; undefined while the file tells, null while nobody has said. */
  const [order, setOrder] = useState<ChatOrder | null | undefined>(undefined);
  const [me, setMe] = useState<number | null | undefined>(undefined);
  const [roles, setRoles] = useState<Roles>(new Map());
  const [plan, setPlan] = useState<{ file: ChatFile; me: number[]; plans: ChatPlan[] } | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const planned = useRef<HTMLHeadingElement>(null);
  const isRead = read !== null;
  useEffect(() => heading.current?.focus(), [isRead]);
  useEffect(() => planned.current?.focus(), [plan]);

  const fail = (why: unknown) => {
    if (why instanceof ReadError) setProblem(peopleProblem(why.problem));
    else setFailed(codeOf(why));
  };
  useEffect(() => {
    const stop = new AbortController();
    chatIn(file, { encoding, today, ...(order ? { order } : {}) }, stop.signal).then(
      (found) => {
        setRead(found);
        if (found.chat.isGuess) setOrder(null);
      },
      (why: unknown) => !stop.signal.aborted && fail(why),
    );
    return () => stop.abort();
    // Read anew when the user says what the dates are, not when midnight passes.
  }, [file, encoding, order ?? null]);

  /** Whatever is said anew, what would be counted is to be looked at anew. */
  const say = (tell: () => void) => {
    tell();
    setPlan(null);
  };
  const find: Try = async (_, { query }: { query?: string }) => {
    const { contacts } = await ask('contact.list', { query: query ?? '', cursor: null, limit: 8 });
    return { found: contacts.filter(({ kind }) => kind === 'person') } as never;
  };
  const step = async (act: () => Promise<void>) => {
    setBusy(true);
    setFailed(null);
    await act().catch(fail);
    setBusy(false);
  };

  if (!read)
    return (
      <>
        <div role="alert">{problem && <p class="error-line">{problem}</p>}</div>
        {problem ? (
          <div class="ws-acts">
            <Button onClick={onLeave}>{t('common_cancel')}</Button>
          </div>
        ) : (
          <p role="status" class="soft">
            {t('intake_looking')}
          </p>
        )}
      </>
    );
  const { chat, hash } = read;
  if (taken) return <ChatTaken taken={taken} onLeave={onLeave} onDone={onDone} />;

  const all = chat.authors.map((author, voice): Voice => ({ voice, ...author })).filter(({ messages }) => messages > 0);
  const voices = all.toSorted((a, b) => b.messages - a.messages).slice(0, MOST_VOICES);
  const others = me === undefined ? [] : voices.filter(({ voice }) => voice !== me);
  // Of a group nobody comes in who was not asked for; of a chat of two there is nobody else.
  const isGroup = others.length > 1;
  const roleOf = (voice: number) => roles.get(voice) ?? (isGroup ? ({ is: 'out' } as const) : undefined);
  const told = toldOf(chat, me ?? null, roles);
  const isTold =
    me !== undefined &&
    (order === undefined || order === chat.order) &&
    told.people.length > 0 &&
    others.every(({ voice }) => (roleOf(voice)?.is ?? 'someone') !== 'someone');
  const isMany = told.people.length > MOST_CHATTING;

  const compare = () =>
    step(async () => {
      const whole = fileOf(chat, hash, told, today);
      setPlan({ file: whole, me: told.me, plans: plansOf(told, whole, await ask('chat.compare', whole)) });
    });
  const toTake = plan && takenOf(chat, plan.file, plan.me, plan.plans, zone);
  const many = plan?.plans.reduce((sum, { fresh, never }) => sum + (never ? 0 : messagesOf(fresh)), 0) ?? 0;
  const take = () =>
    step(async () => {
      const { undo, messages, contacts } = await ask('chat.take', toTake!);
      const names = toTake!.people.map((one) => told.people.find(({ name }) => name === one.name)!.known);
      setTaken({ undo, messages, people: contacts.map((id, i) => ({ id, name: names[i]! })) });
    });

  return (
    <div class="import-page">
      <h2 ref={heading} tabIndex={-1}>
        {t('chat_is')}
      </h2>
      <p class="ws-about">{t('chat_about')}</p>
      <ChatDates chat={chat} today={today} asked={order} onOrder={(chosen) => say(() => setOrder(chosen))} />
      <WhoIsMe voices={voices} me={me} onMe={(one) => say(() => setMe(one))} />
      {others.length > 0 && (
        <section class="chat-others">
          <h3>{t('chat_others')}</h3>
          {isGroup && <p class="ws-about">{t('chat_group_about')}</p>}
          {others.map((one) => (
            <WhoIsThis
              key={one.voice}
              one={one}
              role={roleOf(one.voice)}
              attempt={find}
              onRole={(role) => say(() => setRoles(new Map(roles).set(one.voice, role)))}
            />
          ))}
          {all.length > voices.length && <p class="soft">{tn('chat_more_voices', all.length - voices.length)}</p>}
        </section>
      )}
      {plan && (
        <section class="chat-plans">
          <h2 ref={planned} tabIndex={-1}>
            {t('chat_plan')}
          </h2>
          {plan.plans.map(({ teller, days, fresh, never }) => (
            <ChatMonths
              key={teller.voices[0]}
              name={teller.known}
              span={fresh.length > 0 ? { from: fresh[0]!.day, to: fresh.at(-1)!.day } : null}
              months={chatMonths(fresh)}
              counted={days.length - fresh.length}
              never={never}
              today={today}
            />
          ))}
        </section>
      )}
      <ErrorLine code={failed} />
      <div role="alert">{problem && <p class="error-line">{problem}</p>}</div>
      {isMany && <p class="error-line">{t('chat_many', MOST_CHATTING)}</p>}
      <div class="ws-acts">
        {plan ? (
          toTake && (
            <Button kind="primary" disabled={isBusy} onClick={() => void take()}>
              {tn('chat_take', many)}
            </Button>
          )
        ) : (
          <Button kind="primary" disabled={!isTold || isMany || isBusy} onClick={() => void compare()}>
            {t('chat_compare')}
          </Button>
        )}
        <Button onClick={onLeave}>{t('common_cancel')}</Button>
        {others.length > 0 && !isTold && !isMany && <span class="soft">{t('chat_still')}</span>}
      </div>
    </div>
  );
}
