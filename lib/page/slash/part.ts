// Brought into the page when the rep asks for the picker; see ../parts.ts.
import { parts } from '../parts';
import { removePickers } from './frame';
import { openPicker, type Picker } from './open';

/** Leaves the picker where the page script finds it. One that an earlier run has open is closed. */
export function offerSlash(): void {
  parts.rapportSlash?.close();
  removePickers();
  let picker: Picker | null = null;
  const close = (): void => picker?.close();
  parts.rapportSlash = {
    open(token, isByMark, around) {
      close();
      picker = openPicker(token, isByMark, around);
      return picker !== null;
    },
    taken: (box) => picker?.taken(box) ?? '',
    close,
  };
}
