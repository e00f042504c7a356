// Ids and aria attributes that tie a control to its label, flags and problems.
export interface Tied {
  id: string;
  /** Id of the label, for groups that no `for` can reach. */
  labelId: string;
  aria: {
    'aria-describedby': string | undefined;
    'aria-invalid': boolean | undefined;
    'aria-required': boolean | undefined;
  };
}
