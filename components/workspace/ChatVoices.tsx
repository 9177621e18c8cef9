// Who is who in a chat out of a file. The user is asked; nothing is supposed.
import { useState } from 'preact/hooks';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import type { Try } from '../panel/act';
import { FindPerson } from '../panel/SamePerson';

/** What a voice other than the one that was said to be the user's is. `someone` is in the book; who has not been said yet. */
export type Role = { is: 'contact'; id: string; name: string } | { is: 'someone' } | { is: 'new' } | { is: 'me' } | { is: 'out' };
export type Roles = ReadonlyMap<number, Role>;

/** `voice` is a place among the chat's authors. */
export interface Voice {
  voice: number;
  name: string;
  messages: number;
}

const Name = ({ name, messages }: Voice) => (
  <>
    <span class="private">{name}</span> <span class="small soft">{tn('chat_messages', messages)}</span>
  </>
);

/** `me` undefined: not said yet; null: none of them. */
export function WhoIsMe({
  voices,
  me,
  onMe,
}: {
  voices: readonly Voice[];
  me: number | null | undefined;
  onMe: (me: number | null) => void;
}) {
  return (
    <fieldset class="ws-choice chat-me">
      <legend>{t('chat_me')}</legend>
      <div class="ws-options">
        {voices.map((one) => (
          <label key={one.voice}>
            <input type="radio" name="chat-me" checked={me === one.voice} onChange={() => onMe(one.voice)} />
            <span>
              <Name {...one} />
            </span>
          </label>
        ))}
        <label>
          <input type="radio" name="chat-me" checked={me === null} onChange={() => onMe(null)} />
          <span>{t('chat_me_none')}</span>
        </label>
      </div>
    </fieldset>
  );
}

const ROLES = [
  ['someone', 'chat_voice_someone'],
  ['new', 'chat_voice_new'],
  ['me', 'chat_voice_me'],
  ['out', 'chat_voice_out'],
] as const;

/** One voice that is not the user's. `role` undefined: not said yet. */
export function WhoIsThis(props: { one: Voice; role: Role | undefined; attempt: Try; onRole: (role: Role) => void }) {
  const { one, role, attempt, onRole } = props;
  /** Chosen anew, the search has the focus; as it appears with the choice it has not, so that arrow keys still choose. */
  const [isChanging, setChanging] = useState(false);
  const is = role?.is === 'contact' ? 'someone' : role?.is;
  return (
    <fieldset class="ws-choice chat-voice">
      <legend>
        <Name {...one} />
      </legend>
      <div>
        <div class="ws-options">
          {ROLES.map(([what, words]) => (
            <label key={what}>
              <input type="radio" name={`chat-voice-${one.voice}`} checked={is === what} onChange={() => onRole({ is: what })} />
              <span>{t(words)}</span>
            </label>
          ))}
        </div>
        {role?.is === 'someone' && (
          <FindPerson
            label={t('chat_whom')}
            attempt={attempt}
            except={null}
            begin={one.name.slice(0, 80)}
            focus={isChanging}
            onPick={({ id, name }) => onRole({ is: 'contact', id, name })}
          />
        )}
        {role?.is === 'contact' && (
          <p class="chat-chosen">
            <span class="private">{role.name}</span>
            <Button
              kind="text"
              onClick={() => {
                setChanging(true);
                onRole({ is: 'someone' });
              }}
            >
              {t('chat_other')}
            </Button>
          </p>
        )}
      </div>
    </fieldset>
  );
}
