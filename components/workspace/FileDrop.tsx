// A place to choose a file or to drop one.
import { useState } from 'preact/hooks';
import { t } from '../../lib/words/words';

/** `words` ask for the file, `accept` is what the browser offers; without them it is a backup. */
export function FileDrop(props: { onFile: (file: File) => void; words?: string; accept?: string }) {
  const { onFile, words = t('work_choose_file'), accept = '.json,.rapport,application/json' } = props;
  const [over, setOver] = useState(false);
  return (
    <label
      class={over ? 'ws-drop over' : 'ws-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file) onFile(file);
      }}
    >
      <input
        class="visually-hidden"
        type="file"
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Emptied, so that the same file can be chosen again after it was mended.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <span>{words}</span>
    </label>
  );
}
