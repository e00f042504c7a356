// A column of a table; its unit stands in the head.
export interface Column {
  key: string;
  head: string;
  align?: 'start' | 'end';
  /** Never wraps. */
  narrow?: boolean;
}
