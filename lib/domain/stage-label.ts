// What a stage of leads is called: by the rep's own name, or by words of ours for those that every rep has.
import { said, type Said } from './said';

/** The first stages, and won and lost, while the settings give them no other name. */
const WORDS: Readonly<Record<string, string>> = {
  lead: 'agenda_stage_lead',
  contacted: 'agenda_stage_contacted',
  visited: 'agenda_stage_visited',
  tried: 'agenda_stage_tried',
  quoted: 'agenda_stage_quoted',
  won: 'lead_stage_won',
  lost: 'lead_stage_lost',
};

/** A stage without a name that is none of ours is called by its id. */
export function stageLabel({ id, name }: { id: string; name: string }): Said | string {
  if (name !== '') return name;
  return Object.hasOwn(WORDS, id) ? said(WORDS[id]!) : id;
}
