const PATHS = {
  error: 'M8 1.5 15 14H1L8 1.5Zm0 4.2v4.1m0 1.7v.9',
  warning: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Zm0 3v4m0 1.7v.9',
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Zm0 5.4v4M8 4.6v.9',
  clean: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM5.2 8.2l2 2 3.8-4.2',
  undo: 'M6 3 2.5 6.5 6 10M2.8 6.5h6.4a4 4 0 0 1 0 8H6.5',
  arrow: 'M2.5 8h11M9.5 4l4 4-4 4',
  close: 'M3.5 3.5l9 9m0-9-9 9',
  file: 'M4 1.8h5.2L12.8 5.4v8.8H4ZM9 2v3.6h3.6M6.2 9h4.4m-4.4 2.4h4.4',
  search: 'M7 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6Zm3.5 8.3 3.3 3.3',
  chart: 'M2.5 13.5h11M4.5 11V7.5m3.5 3.5V3.5m3.5 7.5V6',
  offline:
    'M2.5 6.5a8.5 8.5 0 0 1 3-1.9m3-.5a8.5 8.5 0 0 1 5 2.4M5 9.2a5 5 0 0 1 2.4-1.3m3 .6.6.7M8 12.6v.3M2.5 2.5l11 11',
  lock: 'M4 7.2h8v6.3H4Zm1.6 0V5a2.4 2.4 0 0 1 4.8 0v2.2',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing of our own; it says nothing to a screen reader, the words beside it do. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return (
    <svg class={large ? 'icon icon-large' : 'icon'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of the product: the sources of money, stacked. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="24" height="24" rx="6" />
      <rect class="mark-a" x="5" y="13" width="4" height="6" rx="1" />
      <rect class="mark-b" x="10" y="9" width="4" height="10" rx="1" />
      <rect class="mark-c" x="15" y="5" width="4" height="14" rx="1" />
    </svg>
  );
}
