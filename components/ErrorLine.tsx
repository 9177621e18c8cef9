// What went wrong, in words. The codes are those of the protocol.
import type { ErrorCode } from '../lib/messages/protocol';
import { t, type WordKey } from '../lib/words/words';
import { IconButton } from './Button';

const words: Record<ErrorCode, WordKey> = {
  refused: 'common_error_refused',
  invalid: 'common_error_invalid',
  moved: 'common_error_moved',
  gone: 'common_error_gone',
  undone: 'common_error_undone',
  full: 'common_error_full',
  foreign: 'common_error_foreign',
  newer: 'common_error_newer',
  taken: 'common_error_taken',
  busy: 'common_error_busy',
  failed: 'common_error_failed',
};

/** The code of a rejected request; anything unforeseen is `failed`. */
export function codeOf(error: unknown): ErrorCode {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && Object.hasOwn(words, code) ? (code as ErrorCode) : 'failed';
}

/** One sentence, announced; goes away by itself with the next success or by a click. */
export function ErrorLine({ code, onGone }: { code: ErrorCode | null; onGone?: () => void }) {
  return (
    <div role="alert">
      {code && (
        <p class="error-line">
          <span>{t(words[code])}</span>
          {onGone && <IconButton icon="close" label={t('common_close')} onClick={onGone} />}
        </p>
      )}
    </div>
  );
}
