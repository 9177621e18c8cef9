// The frame over a page that is being taught: catches pointer and keys, shows the card, and saves.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { codeOf } from '../../components/ErrorLine';
import { Card } from '../../components/teach/Card';
import { Surface } from '../../components/teach/Surface';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import type { Said, Shown } from '../../lib/teach/talk';
import type { Channel } from './channel';
import { useCardPlace, WIDTH } from './use-card-place';

export function App({ channel }: { channel: Channel }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [isSaving, setSaving] = useState(false);
  const card = useRef<HTMLElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const tell = useCallback((said: Said) => channel.tell(said), [channel]);
  useEffect(() => channel.onShown(setShown), [channel]);

  const step = shown?.step ?? null;
  const isChecking = step === 'check';
  const place = useCardPlace(shown, card);

  // While the user checks, the page is the user's again: only the card is ours.
  useLayoutEffect(() => {
    if (!isChecking || !card.current) return void tell({ say: 'place', box: null });
    const inner = card.current.firstElementChild as HTMLElement;
    const tellPlace = () =>
      tell({ say: 'place', box: { ...place.at, width: WIDTH, height: Math.min(inner.offsetHeight + 2, place.room) } });
    tellPlace();
    const resized = new ResizeObserver(tellPlace);
    resized.observe(inner);
    return () => resized.disconnect();
  }, [isChecking, place.at.top, place.at.left, place.room, tell]);

  // Where the work is: on the page while pointing, in the card while checking. At once: keys pressed before would be heard by nobody.
  useLayoutEffect(() => {
    if (step === 'check') card.current?.querySelector<HTMLElement>('h1')?.focus();
    else surface.current?.focus();
  }, [step]);

  const stop = useCallback(() => {
    void ask('teach.stop', {})
      .catch(() => undefined)
      .then(() => tell({ say: 'stop' }));
  }, [tell]);
  const save = async (name: string) => {
    const reading = shown?.check?.reading;
    if (!reading || isSaving) return;
    setSaving(true);
    try {
      await ask('teach.save', { name, reading });
      tell({ say: 'stop' });
    } catch (why) {
      setError(codeOf(why));
      setSaving(false);
    }
  };

  if (!shown) return null;
  return (
    <div
      class="teach"
      role="presentation"
      onKeyDown={(event) => {
        if (!event.isTrusted) return;
        if (event.key === 'Escape') stop();
        else if (event.key === 'F6' && !isChecking) {
          event.preventDefault();
          if (document.activeElement === surface.current) card.current?.querySelector<HTMLElement>('button')?.focus();
          else surface.current?.focus();
        }
      }}
    >
      {!isChecking && <Surface refTo={surface} tell={tell} target={shown.target} />}
      <Card
        refTo={card}
        shown={shown}
        place={place}
        error={error}
        isSaving={isSaving}
        tell={tell}
        onSave={(name) => void save(name)}
        onStop={stop}
      />
    </div>
  );
}
