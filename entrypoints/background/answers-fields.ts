// Answers about the fields the rep invented, and what they say of somebody.
import { changeField, readFields, sayValue, valuesOf } from '@/lib/db/own-fields';
import type { Answers } from '@/lib/messages/serve';
import { act } from './act';
import { contactFor } from './subject';
import { tellChanged } from './tell';

export const fieldAnswers: Pick<Answers, `field.${'list' | 'save' | 'values' | 'say'}`> = {
  'field.list': async () => ({ fields: await readFields() }),
  'field.save': async (change) => {
    const undo = await changeField(change, Date.now());
    tellChanged('fields');
    return { undo };
  },
  'field.values': async ({ subject }, from) => ({ values: await valuesOf(await contactFor(subject, from)) }),
  'field.say': ({ subject, field, value }, from) => act(subject, from, [], 'known', (contact, now) => sayValue(contact, field, value, now)),
};
