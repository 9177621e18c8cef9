// What there is to say of the room on the disk, on every page of the workspace.
import { useEffect } from 'preact/hooks';
import { spaceInWords } from '../../components/space-words';
import { useAnswer } from '../../lib/hooks/use-answer';

export function SpaceLine() {
  const { answer } = useAnswer('space.state', {}, ['space']);
  // So that the browser does not clear the data away by itself when the disk fills up. It never asks the user for an extension.
  useEffect(() => void navigator.storage?.persist?.().catch(() => false), []);
  const words = spaceInWords(answer);
  return words && <p class="ws-paused">{words}</p>;
}
