// Below the strip while the page cannot be read: the notes of everybody remembered stay one search away.
import { t } from '../../lib/words/words';
import type { Try } from '../panel/act';
import { FindPerson } from '../panel/SamePerson';
import './find-here.css';

export function FindHere({ attempt, onPick }: { attempt: Try; onPick: (contact: string) => void }) {
  return (
    <section class="popup-find">
      <p class="small soft">{t('popup_find_why')}</p>
      <FindPerson label={t('panel_find_label')} attempt={attempt} except={null} onPick={(person) => onPick(person.id)} />
    </section>
  );
}
