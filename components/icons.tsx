// All icons: one thin line on a 16 px grid, in the colour of the text.

const shapes = {
  more: 'M8 3.5v.01M8 8v.01M8 12.5v.01',
  collapse: 'M6 3.5 10.5 8 6 12.5',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.2 3.2L13 5',
  clock: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2M8 5v3.2l2 1.4',
  skip: 'M3.5 4l5 4-5 4zM12 4v8',
  pin: 'M6 2.5h4M7 2.5v4L4.8 9.5h6.4L9 6.5v-4M8 9.5v4',
  pencil: 'M3 13l.6-2.9L10.8 3l2.2 2.2-7.1 7.2zM9.3 4.5l2.2 2.2',
  hide: 'M2 8c1.5-2.6 3.6-4 6-4s4.5 1.4 6 4c-1.5 2.6-3.6 4-6 4s-4.5-1.4-6-4M3 13L13 3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3L13.5 13.5',
  copy: 'M5.5 5.5h7.5v7.5h-7.5zM10.5 5.5V3h-7.5v7.5h2.5',
  side: 'M2.5 3.5h11v9h-11zM10 3.5v9',
  book: 'M3 3.5c2-.7 3.5-.5 5 .5 1.5-1 3-1.2 5-.5v9c-2-.7-3.5-.5-5 .5-1.5-1-3-1.2-5-.5zM8 4v9',
  reply: 'M3 3.5h10v7H7.5L4.5 13v-2.5H3zM5.5 6h5M5.5 8.2h3',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  resume: 'M5 3.5l7 4.5-7 4.5z',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
} as const;

export type IconName = keyof typeof shapes;

/** An icon; always beside words or inside a named button, so it says nothing itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 2 : 1.3}
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
