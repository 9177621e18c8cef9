// Which replies get answers: for each the stretch in which its true share of answers lies.
import { beliefOf } from '../../lib/domain/rank/answered';
import { FEW_SENT } from '../../lib/domain/reply-shelf';
import { t, tn } from '../../lib/words/words';
import { shareInWords } from '../workspace/shelf-words';
import { BarDrawing } from './BarDrawing';
import { Picture } from './Picture';
import type { PictureTable } from './picture-table';

export interface SentReply {
  id: string;
  title: string;
  sent: number;
  answered: number;
  edited: number;
}

export function RepliesPicture({ replies, onSave }: { replies: readonly SentReply[]; onSave: (table: PictureTable) => void }) {
  const [sent, answered] = [replies.reduce((sum, one) => sum + one.sent, 0), replies.reduce((sum, one) => sum + one.answered, 0)];
  const usual = beliefOf({ sent, answered }).mean;
  const shown = replies.filter((one) => one.sent > 0).map((one) => ({ ...one, belief: beliefOf(one, usual) }));
  return (
    <Picture
      title={t('num_replies')}
      says={tn('num_replies_says', sent, answered)}
      empty={shown.length === 0 ? t('num_replies_empty') : null}
      how={[t('num_replies_how_1'), t('num_replies_how_2')]}
      onSave={onSave}
      table={{
        columns: [
          { name: t('num_reply'), kind: 'text', isPrivate: true },
          { name: t('shelf_sent'), kind: 'number' },
          { name: t('shelf_answers'), kind: 'number' },
          { name: t('shelf_likely'), kind: 'text' },
          { name: t('num_reply_edited'), kind: 'number' },
        ],
        rows: replies.map((one) => [
          one.title,
          one.sent,
          one.answered,
          one.sent === 0 ? '' : shareInWords(beliefOf(one, usual)),
          one.edited,
        ]),
      }}
    >
      <BarDrawing
        isPrivate
        top={1}
        bars={shown.map(({ title, sent: many, answered: yes, belief }) => ({
          name: title,
          value: belief.mean,
          low: belief.low,
          high: belief.high,
          isPoint: true,
          says:
            many < FEW_SENT
              ? t('num_rate_few', t('num_rate', yes, many, shareInWords(belief)))
              : t('num_rate', yes, many, shareInWords(belief)),
        }))}
      />
    </Picture>
  );
}
