// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { defaultCare } from '../../lib/domain/care';
import { LookedFile } from './LookedFile';
import { answerWith } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
afterEach(cleanup);

it('what was pressed before the settings were there begins by itself, once', async () => {
  let settle = () => {};
  const settled = new Promise<void>((resolve) => (settle = resolve));
  answerWith({
    'care.get': async () => {
      await settled;
      return { care: { ...defaultCare, country: 'DE' }, inStage: {}, left: {} };
    },
    'field.list': () => ({ fields: [] }),
  });
  const onCompare = vi.fn();
  const looked = { ok: true as const, kind: 'cards' as const, program: 'vcard' as const, encoding: 'utf-8' as const };
  render(<LookedFile looked={looked} onAgain={() => undefined} onCompare={onCompare} onLeave={() => undefined} />);
  fireEvent.click(screen.getByRole('button', { name: 'Compare with my contacts' }));
  expect(onCompare).not.toHaveBeenCalled();
  settle();
  await waitFor(() => expect(onCompare).toHaveBeenCalledTimes(1));
  expect(onCompare.mock.calls[0]![0]).toMatchObject({ how: { country: 'DE', encoding: 'utf-8', mapping: null } });
});
