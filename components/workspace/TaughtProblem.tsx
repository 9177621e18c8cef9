// Why a file or an edited text is no taught site.
import type { ReadTaught } from '../../lib/formats/taught-file';
import { t } from '../../lib/words/words';

export function TaughtProblem({ read }: { read: ReadTaught | null }) {
  return (
    <div role="alert">
      {read && !read.ok && (
        <div class="error-line">
          <span>
            {t(`work_taught_${read.code}`)}
            {read.where.map((line) => (
              <code key={line} class="ws-where">
                {line}
              </code>
            ))}
          </span>
        </div>
      )}
    </div>
  );
}
