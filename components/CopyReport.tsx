// A report about a page, for those who mend what cannot be read: made when it is asked for, shown whole, copied by a click, sent by nobody.
import { useId, useState } from 'preact/hooks';
import { t } from '../lib/words/words';
import { Button } from './Button';
import './copy-report.css';

type Report = { is: 'closed' | 'making' | 'failed' } | { is: 'shown'; text: string; copied: boolean };

/** `make` gives the report's text, and rejects when the page does not answer. `of` names the page where there are several. */
export function CopyReport({ make, of }: { make: () => Promise<string>; of?: string }) {
  const [report, setReport] = useState<Report>({ is: 'closed' });
  const id = useId();
  const isOpen = report.is !== 'closed';
  const toggle = () => {
    if (isOpen) return setReport({ is: 'closed' });
    setReport({ is: 'making' });
    make().then(
      (text) => setReport({ is: 'shown', text, copied: false }),
      () => setReport({ is: 'failed' }),
    );
  };
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setReport({ is: 'shown', text, copied: true }),
      // The text is there to be copied by hand.
      () => document.getElementById(`${id}-text`)?.focus(),
    );
  return (
    <div class="report">
      <Button
        kind="text"
        aria-expanded={isOpen}
        aria-controls={`${id}-more`}
        aria-label={of === undefined ? undefined : t('report_offer_of', of)}
        onClick={toggle}
      >
        {t('report_offer')}
      </Button>
      <div id={`${id}-more`} hidden={!isOpen}>
        <p class="small soft">{t('report_what')}</p>
        <p class="small" role="status">
          {report.is === 'making' && t('report_making')}
          {report.is === 'failed' && t('panel_no_page')}
        </p>
        {report.is === 'shown' && (
          <>
            <label class="visually-hidden" for={`${id}-text`}>
              {t('report_label')}
            </label>
            <textarea id={`${id}-text`} class="field report-text" readOnly rows={7} spellcheck={false} value={report.text} />
            <p class="report-acts">
              <Button onClick={() => copy(report.text)}>{t('panel_copy')}</Button>
              <span class="small soft" role="status">
                {report.copied ? t('panel_copied') : t('report_size', String(Math.ceil(report.text.length / 1000)))}
              </span>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
