// The name of a lead stage: the rep's own, or for one of the first stages and for won and lost the words of the language in use.
import { t, type WordKey } from '../../lib/words/words';

const FIRST: Record<string, WordKey> = {
  lead: 'agenda_stage_lead',
  contacted: 'agenda_stage_contacted',
  visited: 'agenda_stage_visited',
  tried: 'agenda_stage_tried',
  quoted: 'agenda_stage_quoted',
  won: 'lead_stage_won',
  lost: 'lead_stage_lost',
};

/** A stage without a name that is none of the first ones is shown by its id. */
export function stageName({ id, name }: { id: string; name: string }): string {
  if (name !== '') return name;
  return Object.hasOwn(FIRST, id) ? t(FIRST[id]!) : id;
}
