// Answers to the import of contacts and chats, and to what makes files of them.
import { compareChat, takeChat } from '@/lib/db/chat-file';
import { beginImport, dropImport, importJob, rejectedOf, stagePart } from '@/lib/db/import-contacts';
import { leavingPart, leavingSome } from '@/lib/db/export-contacts';
import { takeParts } from '@/lib/db/import-take';
import type { Answers } from '@/lib/messages/serve';
import { refreshBadge } from './badge';
import { importDone, importFailed, importOn } from './importing';
import { reckoningNow } from './reckon';
import { tellChanged } from './tell';

type ImportMessages =
  `import.${'begin' | 'rows' | 'state' | 'rejected' | 'commit' | 'drop'}` | `chat.${'compare' | 'take'}` | `contact.${'part' | 'some'}`;

export const importAnswers: Pick<Answers, ImportMessages> = {
  'contact.part': ({ after }) => leavingPart(after),
  'contact.some': async ({ contacts }) => ({ people: await leavingSome(contacts) }),
  'chat.compare': async (file) => ({ people: await compareChat(file) }),
  'chat.take': async (file) => {
    const taken = await takeChat(file, (await reckoningNow()).today, Date.now());
    if (taken.undo === null) return taken;
    await refreshBadge();
    tellChanged('contacts', 'identities', 'interactions', 'days');
    return taken;
  },
  'import.begin': async ({ file, choices, how }) => {
    const job = await beginImport(file, choices, how, Date.now());
    tellChanged('imports');
    return { job };
  },
  'import.rows': async ({ job, n, ...part }) => {
    await stagePart(job, n, part, (await reckoningNow()).today, Date.now());
    return {};
  },
  'import.state': async () => ({ job: await importJob(), failed: importFailed() }),
  'import.rejected': ({ job, after }) => rejectedOf(job, after),
  'import.commit': async ({ job }) => {
    const { today } = await reckoningNow();
    // The first part within the answer: whatever is wrong with it is heard at once.
    const { state } = await takeParts(job, today, Date.now());
    if (state === 'taken') await importDone();
    else importOn();
    tellChanged('imports');
    return {};
  },
  'import.drop': async ({ job }) => {
    await dropImport(job);
    tellChanged('imports');
    return {};
  },
};
