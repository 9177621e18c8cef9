// Replies in and out of files: the way to the import, and templates saved for colleagues, as a table or for another Rapport.
import { useState } from 'preact/hooks';
import { dayOf } from '../../lib/domain/day';
import { ask } from '../../lib/messages/ask';
import type { ReplyWithStats } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { Icon } from '../../components/icons';
import { Menu, type MenuItem } from '../../components/Menu';
import { hashOf } from '../../components/workspace/route';
import { stageName } from '../../components/workspace/stage-name';
import { saveAs } from './backup-job';
import type { OnDone } from './Workspace';

/** Templates alone, never whom they were sent to or how often: see lib/formats/replies/shared-file.ts. */
async function save(replies: readonly ReplyWithStats[], kind: 'csv' | 'json'): Promise<void> {
  const [{ care }, { writeJson, writeTable }] = await Promise.all([ask('care.get', {}), import('../../lib/formats/replies/shared-file')]);
  const nameOf = (id: string) => stageName(care.stages.find((stage) => stage.id === id) ?? { id, name: '' });
  const text = kind === 'csv' ? writeTable(replies, nameOf) : writeJson(replies, nameOf);
  const day = dayOf(Date.now(), Temporal.Now.timeZoneId());
  saveAs(new Blob([text], { type: kind === 'csv' ? 'text/csv' : 'application/json' }), `rapport-replies-${day}.${kind}`);
}

/** `some`: what is shown or ticked of all replies. */
export function ShareReplies(props: { all: readonly ReplyWithStats[]; some: readonly ReplyWithStats[]; onDone: OnDone }) {
  const { all, some, onDone } = props;
  const [open, setOpen] = useState(false);
  const exported = (replies: readonly ReplyWithStats[], kind: 'csv' | 'json') => () =>
    void save(replies, kind).then(
      () => onDone(tn('share_saved', replies.length), null),
      () => onDone(t('common_error_failed'), null),
    );
  const items: (MenuItem | null)[] = [{ words: t('share_import'), act: () => (location.hash = hashOf('import')) }];
  if (all.length > 0) {
    items.push(
      null,
      { words: t('share_csv_all', all.length), act: exported(all, 'csv') },
      { words: t('share_json_all', all.length), act: exported(all, 'json') },
    );
  }
  if (some.length > 0 && some.length < all.length) {
    items.push(
      null,
      { words: t('share_csv_some', some.length), act: exported(some, 'csv') },
      { words: t('share_json_some', some.length), act: exported(some, 'json') },
    );
  }
  return <Menu label={t('share_title')} icon={<Icon name="more" />} items={items} open={open} onOpen={setOpen} />;
}
