// A text with the stretches marked by which it was found.
import { marksIn } from '../../lib/domain/find-replies';

export function Marked({ text, query, isTitle = false }: { text: string; query: string; isTitle?: boolean }) {
  const marks = marksIn(text, query, isTitle);
  let at = 0;
  const parts = marks.flatMap(([from, to]) => {
    const before = text.slice(at, from);
    at = to;
    return [before, <mark key={from}>{text.slice(from, to)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
