// Browsers have Temporal; TypeScript does not know it yet. TODO [2027-06-01]: drop when `lib` has it.
import * as polyfill from 'temporal-polyfill';

declare global {
  export import Temporal = polyfill.Temporal;
}
