// In which characters a file was read, where that was not plain: shown, so that words that look wrong can be put right.
import { ENCODINGS, type Encoding } from '../../lib/formats/text-file';
import { t, tn } from '../../lib/words/words';

const NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030 · GBK · 中文',
  'windows-1252': 'Windows-1252',
};

export function ImportEncoding(props: { encoding: Encoding; damaged: number; onEncoding: (encoding: Encoding) => void }) {
  return (
    <p class="import-encoding">
      <label>
        <span>{t('import_encoding')}</span>
        <select
          class="field"
          value={props.encoding}
          onChange={(event) => props.onEncoding(ENCODINGS.find((one) => one === event.currentTarget.value) ?? 'utf-8')}
        >
          {ENCODINGS.map((one) => (
            <option key={one} value={one}>
              {NAMES[one]}
            </option>
          ))}
        </select>
      </label>
      {props.damaged > 0 && <span class="soft">{tn('import_damaged', props.damaged)}</span>}
    </p>
  );
}
