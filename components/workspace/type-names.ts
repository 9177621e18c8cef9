// The names of the customer types.
import type { CustomerType } from '../../lib/domain/kinds';
import type { WordKey } from '../../lib/words/words';

export const TYPE_NAMES: Record<CustomerType, WordKey> = {
  'passer-by': 'type_passerby',
  visitor: 'type_visitor',
  prospect: 'type_prospect',
  trial: 'type_trial',
  customer: 'type_customer',
  loyal: 'type_loyal',
  major: 'type_major',
  friend: 'type_friend',
  referrer: 'type_referrer',
};
