// The text of a reply while it is written, with what is between braces marked and what is wrong underlined in its place.
import type { ComponentProps, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Span, Template } from '../../lib/domain/template/parse';

/** The marks lie behind a see-through text box of the same shape, so that typing, undo and input methods are the browser's own. */
export function TemplateText({
  area,
  value,
  template,
  onText,
  ...rest
}: {
  area: RefObject<HTMLTextAreaElement | null>;
  value: string;
  template: Template;
  onText: (text: string) => void;
} & Omit<ComponentProps<'textarea'>, 'value' | 'ref'>) {
  const behind = useRef<HTMLDivElement>(null);
  return (
    <div class="template-text">
      <div ref={behind} class="template-marks" aria-hidden="true" tabIndex={-1}>
        {marked(value, template)}
        {/* A text that ends with a line break has one more line in the box. */}
        {'\u200b'}
      </div>
      <textarea
        {...rest}
        ref={area}
        class="field ws-text"
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
        onScroll={(event) => {
          if (behind.current) behind.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

function marked(body: string, { spans, errors }: Template) {
  const wrong = new Set(errors.map(({ from }) => from));
  // Not `field`: boxes to type in are called so.
  const kindOf = (span: Span) => (wrong.has(span.from) ? 'wrong' : span.kind === 'field' ? 'value' : span.kind);
  let at = 0;
  const pieces = spans.flatMap((span) => {
    const before = body.slice(at, span.from);
    at = span.to;
    return [
      before,
      <mark key={span.from} class={kindOf(span)}>
        {body.slice(span.from, span.to)}
      </mark>,
    ];
  });
  return [...pieces, body.slice(at)];
}
