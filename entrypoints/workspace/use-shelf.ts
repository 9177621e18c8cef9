// The list of replies as the rep wants to see it: searched, filtered, ordered, in folders. How it is laid out is remembered.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { findReplies } from '../../lib/domain/find-replies';
import { defaultReplyChoices, type Shelf } from '../../lib/domain/reply-records';
import {
  answerBeliefs,
  everyReply,
  inFolders,
  orderReplies,
  SHOWN,
  showsReply,
  twinsOf,
  unusedReplies,
  type ReplyFilter,
} from '../../lib/domain/reply-shelf';
import { startOfDay } from '../../lib/domain/day';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { ReplyWithStats } from '../../lib/messages/protocol';
import { languageTag } from '../../lib/words/words';
import type { Clock } from '../../components/workspace/clock';
import type { Choosable } from '../../components/workspace/ReplyFilters';

const NOBODY: ReadonlyMap<string, readonly ReplyWithStats[]> = new Map();

export function useShelf(replies: readonly ReplyWithStats[], { today, zone }: Clock) {
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<ReplyFilter>(everyReply);
  const { shelf, isKnown, onShelf } = useKeptShelf();
  const twins = useTwins(replies);
  const byName = useMemo(() => new Intl.Collator(languageTag(), { numeric: true }).compare, [languageTag()]);
  const beliefs = useMemo(() => answerBeliefs(replies), [replies]);
  const shown = useMemo(() => {
    const fitting = replies.filter((reply) => showsReply(reply, filter, twins));
    return query.trim() === '' ? orderReplies(fitting, shelf.order, beliefs, byName) : findReplies(fitting, query);
  }, [replies, filter, twins, query, shelf.order, beliefs, byName]);
  // What was searched for stands by how well it fits, not by folder.
  const isByFolder = shelf.byFolder && query.trim() === '' && shown.some(({ folder }) => folder !== '');
  const groups = useMemo(() => (isByFolder ? inFolders(shown, byName) : [{ folder: null, replies: shown }]), [isByFolder, shown, byName]);
  const choosable = useMemo(() => whatThereIs(replies, twins, byName), [replies, twins, byName]);
  const unused = useMemo(() => unusedReplies(replies, startOfDay(today, zone)), [replies, today, zone]);
  return {
    query,
    filter,
    shelf,
    isKnown,
    twins,
    beliefs,
    shown,
    groups,
    choosable,
    unused,
    onQuery: setQuery,
    onFilter: (change: Partial<ReplyFilter>) => setFilter((old) => ({ ...old, ...change })),
    onAll: () => {
      setQuery('');
      setFilter(everyReply);
    },
    onShelf,
  };
}

/** Changed at once, and kept by the background. */
function useKeptShelf() {
  const { answer, error } = useAnswer('reply.choices', {}, ['settings']);
  const [own, setOwn] = useState<Shelf | null>(null);
  const shelf = own ?? answer?.choices.shelf ?? defaultReplyChoices.shelf;
  const onShelf = (change: Partial<Shelf>) => {
    const next = { ...shelf, ...change };
    setOwn(next);
    // Should it not be kept, the list is laid out like this all the same until the page is opened again.
    ask('reply.choose', { choices: { shelf: next } }).catch(() => undefined);
  };
  return { shelf, isKnown: answer !== null || error !== null, onShelf };
}

/** Compared after the list is drawn: with many replies it takes longer than a frame. */
function useTwins(replies: readonly ReplyWithStats[]): ReadonlyMap<string, readonly ReplyWithStats[]> {
  const [ids, setIds] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const texts = replies.map(({ id, wordedAt, archivedAt, body }) => `${id} ${wordedAt} ${archivedAt !== null} ${body.length}`).join();
  useEffect(() => {
    const timer = setTimeout(() => setIds(twinsOf(replies)));
    return () => clearTimeout(timer);
  }, [texts]);
  return useMemo(() => {
    if (ids.size === 0) return NOBODY;
    const byId = new Map(replies.map((reply) => [reply.id, reply]));
    return new Map([...ids].map(([id, others]) => [id, others.flatMap((other) => byId.get(other) ?? [])]));
  }, [ids, replies]);
}

function whatThereIs(
  replies: readonly ReplyWithStats[],
  twins: ReadonlyMap<string, unknown>,
  byName: (a: string, b: string) => number,
): Choosable {
  const each = <T extends string>(of: (reply: ReplyWithStats) => readonly T[]): T[] => [...new Set(replies.flatMap(of))].sort(byName);
  return {
    folders: each(({ folder }) => [folder]).sort((a, b) => Number(a === '') - Number(b === '')),
    tags: each(({ tags }) => tags),
    languages: each(({ language }) => [language ?? 'any']),
    counts: Object.fromEntries(
      SHOWN.map((show) => [show, replies.filter((reply) => showsReply(reply, { ...everyReply, show }, twins)).length]),
    ) as Choosable['counts'],
  };
}
